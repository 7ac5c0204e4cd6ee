import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { CampaignAnswer, Problem } from "../api.ts";
import { campaignBody, someCalls } from "./campaign-body.ts";
import { campaignPath, type Hosted, type StartHost } from "./hosted.ts";
import { until } from "./until.ts";
import { bytes, type Handler, json, sample, startUpstream, type Upstream } from "./upstream.ts";

const path = `${campaignPath}/c1`;
/** So short that every ask is due: the tests look at states, not at intervals. */
const cadence = { calling: 1, outsideHours: 1, finished: 1 };
const good = json(200, campaignBody(someCalls(20)));
const text = JSON.stringify(campaignBody(someCalls(20)));
const canary = "upstream-body-canary";

const faults: [string, Handler, Problem["code"], RegExp][] = [
  ["[fault: upstream 401] 401", bytes(401, sample("talkover-error-401"), { "content-type": "application/json" }), "credential_refused", /refused this connection's credential; the operator must mend it/],
  ["[fault: upstream 403] 403 that names the permission", json(403, { success: false, error: { code: "FORBIDDEN", message: "Missing permission campaigns:read", details: {} } }), "forbidden", /Missing permission campaigns:read/],
  ["[fault: upstream 404] 404", bytes(404, sample("talkover-error-404"), { "content-type": "application/json" }), "not_found", /knows nothing/],
  ["[fault: 429 with Retry-After] 429", json(429, { success: false }, { "retry-after": "30" }), "rate_limited", /fewer requests/],
  ["[fault: 500 and 503] 500", bytes(500, sample("talkover-error-500"), { "content-type": "application/json" }), "server_error", /answered 500/],
  ["[fault: 500 and 503] 503", json(503, {}), "server_error", /answered 503/],
  ["[fault: 502 with HTML] 502 with HTML", bytes(502, `<html>${canary}</html>`, { "content-type": "text/html" }), "server_error", /not with JSON/],
  ["[fault: 502 with HTML] 200 with HTML", bytes(200, `<html>${canary}</html>`, { "content-type": "text/html" }), "malformed", /not JSON/],
  ["a redirect", bytes(302, "", { location: "http://127.0.0.1:9/" }), "redirected", /not followed/],
  ["[fault: timeout before headers] a stall before headers", () => {}, "timeout", /within 1 s/],
  ["[fault: stall mid-body] a stall inside the body", (_, response) => { response.writeHead(200, { "content-type": "application/json" }); response.write(text.slice(0, 40)); }, "timeout", /within 1 s/],
  ["[fault: connect refused] a reset connection", (request) => request.socket.destroy(), "unreachable", /could not be reached/],
  ["[fault: half-closed body] a half-closed body", (_, response) => { response.writeHead(200, { "content-type": "application/json", "content-length": String(text.length) }); response.write(text.slice(0, 40), () => response.destroy()); }, "unreachable", /broke off/],
  ["[fault: truncated JSON] truncated JSON", bytes(200, text.slice(0, -40), { "content-type": "application/json" }), "malformed", /complete, valid JSON/],
  ["[fault: truncated JSON] invalid UTF-8", bytes(200, Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), { "content-type": "application/json" }), "malformed", /complete, valid JSON/],
  ["[fault: gzip that breaks off] gzip that breaks off", bytes(200, gzipSync(text).subarray(0, 60), { "content-type": "application/json", "content-encoding": "gzip" }), "malformed", /complete, valid JSON/],
  ["[fault: wrong shape] the wrong shape", json(200, { success: true, data: { id: "c1", status: "active" } }), "malformed", /`data\.name`/],
  ["[fault: very large body] a body over the cap", bytes(200, `{"pad":"${"x".repeat(1_200_000)}"}`, { "content-type": "application/json" }), "too_large", /maxBodyBytes/],
];

/**
 * Every fault a platform can commit, against a real HTTP server that commits it.
 * `poll` is how a host on real intervals is asked to read again at once.
 */
export function faultSuite(hostName: string, start: StartHost, poll: RequestInit = {}): void {
  describe.concurrent(`a platform's faults on the ${hostName}`, () => {
    const limits = { maxBodyBytes: 2 ** 20, cadence };
    /** Short only for a platform that stalls: a busy machine must not make a time-out of another fault. */
    const deadlineFor = (fault: string): number => (fault.includes("stall") ? 1_000 : 10_000);
    const begin = async (handler: Handler, fault: string): Promise<{ upstream: Upstream; host: Hosted; end: () => Promise<void> }> => {
      const upstream = await startUpstream(handler);
      const host = await start({ baseUrl: upstream.baseUrl, deadlineMilliseconds: deadlineFor(fault), ...limits });
      const end = async () => {
        await host.stop();
        await upstream.close();
      };
      return { upstream, host, end };
    };

    test.each(faults)("%s, with nothing read before: a problem that says so", async (name, fault, code, detail) => {
      const { host, end } = await begin(fault, name);
      const response = await host.ask(path);
      const problem = (await response.json()) as Problem;
      expect(response.headers.get("content-type")).toContain("application/problem+json");
      expect(problem.code).toBe(code);
      expect(problem.detail).toMatch(detail);
      expect(JSON.stringify(problem)).not.toContain(canary);
      expect(problem.retryAt).toBeGreaterThan(problem.since ?? Number.POSITIVE_INFINITY);
      await end();
    });

    test.each(faults)("%s, after a good read: the old data stays, with the reason", async (name, fault, code) => {
      const { upstream, host, end } = await begin(good, name);
      const before = await host.ask(path);
      const readAt = before.headers.get("callboard-read-at");
      const first = (await before.json()) as CampaignAnswer;
      upstream.answer(fault);
      const answer = await until(async () => {
        const response = await host.ask(path, poll);
        expect(response.status).toBe(200);
        const later = (await response.json()) as CampaignAnswer;
        return later.upstream.state === "failing" ? { later, response } : undefined;
      });
      expect(answer.later.upstream).toMatchObject({ problem: { code } });
      expect(answer.later.progress).toEqual(first.progress);
      expect(Number(answer.response.headers.get("callboard-read-at"))).toBeGreaterThanOrEqual(Number(readAt));
      const calls = await host.ask(`${path}/calls`);
      expect(await calls.json()).toMatchObject({ total: 20 });
      await end();
    });

    test("[fault: connect refused] nothing listens at the platform's address", async () => {
      const gone = await startUpstream(good);
      await gone.close();
      const host = await start({ baseUrl: gone.baseUrl, ...limits });
      expect(await (await host.ask(path)).json()).toMatchObject({ code: "unreachable", detail: expect.stringContaining("refused") });
      await host.stop();
    });

    test("[fault: DNS failure] the platform's name is known to nobody", async () => {
      // No part of a name may be as long: it is refused without asking anybody.
      const host = await start({ baseUrl: `http://${"a".repeat(64)}.invalid`, ...limits });
      expect(await (await host.ask(path)).json()).toMatchObject({ code: "unreachable", detail: expect.stringContaining("host name is not known") });
      await host.stop();
    });

    test("[fault: very large body] a body without end is given up at the cap", async () => {
      let sent = 0;
      const chunk = `{"pad":"${"x".repeat(2 ** 16)}`;
      const endless: Handler = (_request, response) => {
        response.writeHead(200, { "content-type": "application/json" });
        const more = (): void => {
          while (!response.destroyed && response.write(chunk)) sent += chunk.length;
        };
        response.on("drain", more);
        more();
      };
      const { host, end } = await begin(endless, "endless");
      expect(await (await host.ask(path)).json()).toMatchObject({ code: "too_large", detail: expect.stringContaining("1 MiB") });
      // What is beyond the cap was on its way already, in the buffers of sockets.
      expect(sent).toBeLessThan(16 * 2 ** 20);
      await end();
    });
  });
}
