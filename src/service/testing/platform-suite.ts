import { jwtVerify } from "jose";
import { afterEach, describe, expect, test } from "vitest";
import type { CallsAnswer, CampaignAnswer } from "../api.ts";
import { until } from "./until.ts";
import { campaignPath, type Hosted, type StartHost } from "./hosted.ts";
import { callersCampaign, dialnexaCampaign, koreCampaign, type PublishedPlatform } from "./published-platforms.ts";
import { type Handler, json, startUpstream, type Upstream } from "./upstream.ts";

const token = "a-secret-that-is-long-enough-to-sign";

/** What every host must answer on the published samples of the platforms beside Talkover, served byte for byte. */
export function platformSuite(hostName: string, start: StartHost): void {
  describe(`published samples on the ${hostName}`, () => {
    const ends: (() => Promise<void>)[] = [];
    afterEach(async () => {
      for (const end of ends.splice(0)) await end();
    });

    const begin = async ({ provider, account, campaign, handler }: PublishedPlatform) => {
      const upstream = await startUpstream(handler);
      const host = await start({ provider, account, baseUrl: upstream.baseUrl, token });
      ends.push(host.stop, upstream.close);
      return { upstream, host, path: `${campaignPath}/${campaign}` };
    };
    const get = async <T>(host: Hosted, path: string): Promise<T> => {
      const response = await host.ask(path);
      expect([path, response.status]).toEqual([path, 200]);
      return response.json() as Promise<T>;
    };
    /** The campaign once its whole history was read. */
    const whenRead = (host: Hosted, path: string) =>
      until(async () => {
        const answer = await get<CampaignAnswer>(host, path);
        return answer.calls.reported && answer.calls.value.reading?.complete === true ? answer : undefined;
      });
    const sent = ({ requests }: Upstream, name: string) => new Set(requests.map(({ headers }) => headers[name]));

    test("a campaign of DialNexa: header without counters, calls of which one of 150 is listed", async () => {
      const { upstream, host, path } = await begin(dialnexaCampaign);
      const answer = await whenRead(host, path);
      expect(answer).toMatchObject({
        campaign: {
          name: "Q2 Lead Re-engagement",
          status: { kind: "active", word: "running" },
          maxConcurrentCalls: { value: 5 },
          scheduledAt: { value: null },
          retryRules: { maxRetries: { value: 3 }, cooldownMinutes: { value: 120 } },
          agent: { value: { id: { value: "agt_abc123" } } },
        },
        progress: { source: "none", total: { reported: false }, notes: [{ kind: "calls_stand_beside", listed: 1 }] },
        calls: { value: { rows: 1, reading: { total: 150, complete: true } } },
        figures: { averageDurationSeconds: { shown: { value: 145 } } },
        notices: [{ kind: "rows_not_listed", listed: 1, total: 150 }],
        hours: { reported: false },
        files: { reported: false },
        // That pages filled in is no sign of calling: its one call is years old.
        sentence: { kind: "active_hours_unknown" },
      });
      expect(answer.campaign.facts.find(({ label }) => label === "From number")?.value).toEqual({ kind: "phone", numbers: ["+912234567890"] });
      const calls = await get<CallsAnswer>(host, `${path}/calls?by.sentiment=positive&sort=-duration`);
      expect(calls.rows).toMatchObject([
        {
          id: "log_abc123",
          outcome: "completed",
          durationSeconds: 145,
          recordingUrl: "https://recordings.dialnexa.com/call_abc123.mp3",
          createdAt: Date.parse("2024-03-01T10:00:00.000Z"),
          dimensions: { sentiment: ["positive"], end_reason: ["user_disconnected"] },
        },
      ]);
      expect((await get<CallsAnswer>(host, `${path}/calls?by.sentiment=negative`)).total).toBe(0);
      expect(sent(upstream, "authorization")).toEqual(new Set([`Bearer ${token}`]));
      expect(upstream.requests.map(({ url }) => url).filter((url) => /[?&]page=[2-8]&/.test(url)).length).toBe(7);
    });

    test("a campaign of Callers.ai: whose it is and how it calls; no calls, and no address of a webhook", async () => {
      const { upstream, host, path } = await begin(callersCampaign);
      const answer = await get<CampaignAnswer>(host, path);
      expect(answer).toMatchObject({
        campaign: { status: { kind: "active" }, direction: { value: "incoming" }, newChatsPaused: { value: true } },
        sentence: { kind: "new_chats_paused" },
        progress: { source: "none", segments: [] },
        calls: { reported: false },
        charts: { reported: false },
        files: { reported: false },
        figures: { totalCalls: { shown: { reported: false } } },
        notices: [],
      });
      expect(answer.campaign.facts.find(({ label }) => label === "Integrations")?.value).toEqual({ kind: "text", text: "1 webhook, Slack connected" });
      expect(await (await host.ask(`${path}/calls`)).json()).toMatchObject({ status: 404 });
      expect(sent(upstream, "authorization")).toEqual(new Set([token]));
      expect(sent(upstream, "x-sub-organization-id")).toEqual(new Set(["sub-1"]));
    });

    test("a campaign of Kore.ai: 2 of 4 contacts done, one open, one not listed and flagged", async () => {
      const { upstream, host, path } = await begin(koreCampaign);
      const answer = await whenRead(host, path);
      expect(answer).toMatchObject({
        campaign: { name: "Product Feedback Voice Campaign-3.41", status: { kind: "ready", word: "Ready" }, retryRules: { maxRetries: { value: 2 }, cooldownMinutes: { value: 10 } } },
        hours: { value: { timeZone: "Asia/Kolkata", week: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: "09:00", end: "18:00" })) } },
        progress: { source: "list", total: { value: 4 }, done: { count: 2 } },
        notices: [{ kind: "rows_not_listed", listed: 3, total: 4 }],
        charts: { value: { time: { reported: false }, answerRate: { reason: "no_times" }, outcomesByNumber: { completed: 2, in_progress: 1 } } },
        reports: { callTimes: false, durations: false, inProgress: false },
      });
      const { rows } = await get<CallsAnswer>(host, `${path}/calls?sort=to`);
      expect(rows).toMatchObject([
        { to: "+911234567890", outcome: "completed", attempts: 1, dimensions: { disposition: ["Requires Supervisor Attention"], hung_up_by: ["agentHangUp"] } },
        { to: "+919876543210", outcome: "in_progress", attempts: 2, retries: 1 },
        { to: "125xxxx0200", outcome: "completed" },
      ]);
      expect(JSON.stringify(rows.map(({ id }) => id))).not.toMatch(/9876543210|1234567890|0200/);
      const [jwt] = sent(upstream, "auth");
      const { payload, protectedHeader } = await jwtVerify(String(jwt), new TextEncoder().encode(token));
      expect(protectedHeader.alg).toBe("HS256");
      expect(payload).toEqual({ sub: "callboard", appId: "cs-client" });
      expect(sent(upstream, "iid")).toEqual(new Set(["st-app"]));
      expect(sent(upstream, "accountid")).toEqual(new Set(["acc-1"]));
      const posted = await until(async () => upstream.requests.find(({ body }) => body !== ""));
      expect(posted).toMatchObject({ method: "POST", body: '{"page":1,"limit":100}' });
    });

    test.each([dialnexaCampaign, callersCampaign, koreCampaign])("a refusal of $provider that repeats the request is not passed on", async (platform) => {
      const echo: Handler = (request, response, count) => {
        const repeated = [request.headers.authorization, request.headers["auth"], request.headers["iid"], request.headers["x-sub-organization-id"], request.url];
        json(403, { message: `No permission: ${repeated.join(" ")}` })(request, response, count);
      };
      const { host, path } = await begin({ ...platform, handler: echo });
      const problem = await (await host.ask(path)).text();
      expect(problem).toContain("does not permit this credential");
      for (const secret of [token, "eyJ", ...Object.values(platform.account)]) expect(problem).not.toContain(secret);
    });

    test.each([dialnexaCampaign, callersCampaign, koreCampaign])("the credential and the account of $provider reach no viewer", async (platform) => {
      const { host, path } = await begin(platform);
      for (const route of ["/api/v1/connections", path, `${path}/calls`, `${campaignPath}/none`, campaignPath]) {
        const response = await host.ask(route);
        const said = JSON.stringify([...response.headers]) + (await response.text());
        for (const secret of [token, ...Object.values(platform.account)]) expect(said).not.toContain(secret);
      }
    });
  });
}
