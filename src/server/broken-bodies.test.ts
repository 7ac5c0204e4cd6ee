import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { campaignBody, someCalls } from "#service/testing/campaign-body.ts";
import { json, startUpstream, type Upstream } from "#service/testing/upstream.ts";
import { buildHost } from "./testing/built-host.ts";
import { type ConfiguredHost, startConfigured } from "./testing/configured-host.ts";
import { viewerToken } from "./testing/token.ts";

/* Bodies that never end, break off or are no HTTP, byte for byte on the built host. */
const secret = "tV9s+Qk2mZx7Lw4eRb1yUc8oPd3fGh6j";
const metricsSecret = "nB5vCx9zAs2dFg4hJk7lQw1eRt6yUi8o";
const issuerSecret = "Zx8cVb5nMq2wEr9tYu4iOp7aSd1fGh3j";
const campaign = "/api/v1/connections/acme/campaigns/c1";

let upstream: Upstream;
let host: ConfiguredHost;
let token: string;
beforeAll(async () => {
  await buildHost();
  upstream = await startUpstream(json(200, campaignBody(someCalls(20))));
  const access = { mode: "token", secrets: [{ env: "SECRET" }], issuers: { crm: { secret: { env: "ISSUER" } } } };
  host = await startConfigured({ acme: { provider: "talkover", baseUrl: upstream.baseUrl } }, { file: { access, metrics: { secret: { env: "METRICS" } } }, env: { SECRET: secret, ISSUER: issuerSecret, METRICS: metricsSecret } });
  token = await viewerToken(secret, { id: "viewer" });
});
afterAll(async () => {
  await host.stop();
  await upstream.close();
});

type After = "waits" | "ends" | "hangs up";

/** Sends the beginning of a body, and does then as it is told; the status of what comes, 0 where nothing did. */
async function begin(path: string, bearer: string, length: string, sent: string, then: After): Promise<number> {
  const { hostname, port, host: name } = new URL(host.origin);
  const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
  const closed = new Promise<string>((resolve) => {
    let text = "";
    socket.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
    socket.on("error", () => socket.destroy());
    socket.on("end", () => socket.destroy());
    socket.on("close", () => resolve(text));
  });
  socket.write(`POST ${path} HTTP/1.1\r\nHost: ${name}\r\nConnection: close\r\nAuthorization: Bearer ${bearer}\r\nContent-Type: application/json\r\n${length}\r\n\r\n${sent}`);
  if (then === "ends") socket.end();
  if (then === "hangs up") {
    // The host has begun to read by then.
    await pause(200);
    socket.destroy();
  }
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(await closed)?.[1] ?? 0);
}

const chunked = "Transfer-Encoding: chunked";
const announced = "Content-Length: 100";

test.each([
  ["/api/v1/tokens", chunked, "5\r\n{\"lab\r\n"],
  ["/api/v1/tokens", announced, "{"],
  [`${campaign}/calls/query`, chunked, "1\r\n{\r\n"],
  [`${campaign}/calls/query`, announced, "{"],
  [`${campaign}/calls.csv`, chunked, "1\r\n{\r\n"],
])("who has no access is refused at %s before a body (%s) is read", { timeout: 10_000 }, async (path, length, sent) => {
  expect(await begin(path, "nobody", length, sent, "waits")).toBe(401);
  expect(upstream.requests).toEqual([]);
});

test("a body that breaks off is its sender's mistake, and no failure of ours", async () => {
  const bearers: [string, string][] = [["/api/v1/session", "nobody"], ["/api/v1/tokens", issuerSecret], [`${campaign}/calls/query`, token], [`${campaign}/calls.csv`, token]];
  const begun: [string, string, After, number][] = [
    [chunked, "1\r\n{\r\n", "hangs up", 0],
    [announced, "{", "hangs up", 0],
    [chunked, "1\r\n{\r\nno length\r\n", "waits", 400],
    [chunked, "1\r\n{\r\n", "ends", 400],
    [announced, "{", "ends", 400],
  ];
  for (const [path, bearer] of bearers) {
    for (const [length, sent, then, status] of begun) expect([path, length, then, await begin(path, bearer, length, sent, then)]).toEqual([path, length, then, status]);
  }
  const metrics = await (await fetch(`${host.origin}/metrics`, { headers: { authorization: `Bearer ${metricsSecret}` } })).text();
  expect(metrics).toMatch(/^callboard_failures_total\{place="answer"\} 0$/m);
  expect(host.output()).not.toContain('"failed"');
  expect((await fetch(`${host.origin}${campaign}/calls/query`, { method: "POST", body: '{"q":"4155550"}', headers: { authorization: `Bearer ${token}` } })).status).toBe(200);
});
