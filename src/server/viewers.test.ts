import { connect } from "node:net";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Upstream } from "#service/testing/upstream.ts";
import { buildHost, type HostProcess, startHost } from "./testing/built-host.ts";
import { sampleToken, startSampleServer } from "./testing/sample-server.ts";

/* Many viewers of one campaign on the built host, over HTTP. */
let platform: Upstream;
let host: HostProcess;
let origin: string;
const cwd = mkdtempSync(join(tmpdir(), "callboard-viewers-"));
const path = "/api/v1/connections/acme/campaigns/campaign-uuid-1";

beforeAll(async () => {
  await buildHost();
  platform = await startSampleServer();
  const acme = { provider: "talkover", baseUrl: platform.baseUrl, token: { env: "TOKEN" } };
  writeFileSync(join(cwd, "callboard.config.json"), JSON.stringify({ connections: { acme } }));
  host = startHost({ args: ["--port", "0"], env: { TOKEN: sampleToken }, cwd });
  [, origin = ""] = await host.printed(/Callboard listening on (http:\/\/[^/\s]+)/);
});
afterAll(async () => {
  host.child.kill("SIGTERM");
  await host.ended;
  await platform.close();
  rmSync(cwd, { recursive: true });
});

const campaignReads = () => platform.requests.filter(({ url }) => url.endsWith("/campaign-uuid-1")).length;

/** One viewer's polls, each with the tag of the last answer; their statuses. */
async function view(polls: number): Promise<number[]> {
  const statuses: number[] = [];
  let etag: string | undefined;
  for (let poll = 0; poll < polls; poll += 1) {
    const response = await fetch(origin + path, etag === undefined ? {} : { headers: { "if-none-match": etag } });
    await response.arrayBuffer();
    etag = response.headers.get("etag") ?? undefined;
    statuses.push(response.status);
  }
  return statuses;
}

test("1,000 viewers cost the platform one request an interval, and are mostly answered 304", { timeout: 60_000 }, async () => {
  const began = Date.now();
  const statuses = (await Promise.all(Array.from({ length: 1_000 }, async () => view(3)))).flat();
  const intervals = Math.ceil((Date.now() - began) / 5_000);
  expect(statuses).toHaveLength(3_000);
  expect(statuses.filter((status) => status !== 200 && status !== 304)).toEqual([]);
  // Only an answer whose sentence or hours moved on by a second is sent again.
  expect(statuses.filter((status) => status === 304).length).toBeGreaterThan(1_500);
  expect(campaignReads()).toBeLessThanOrEqual(intervals + 1);
});

test("viewers that never read, and sockets that die, cost the others nothing", { timeout: 60_000 }, async () => {
  const { port, hostname } = new URL(origin);
  const request = `GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: keep-alive\r\n\r\n`;
  const idle = Array.from({ length: 50 }, () => {
    const socket = connect(Number(port), hostname);
    socket.pause();
    socket.on("error", () => {});
    // Far more answers asked for than its buffers hold, and none of them taken.
    for (let ask = 0; ask < 200; ask += 1) socket.write(request);
    return socket;
  });
  for (const socket of idle.slice(0, 25)) socket.destroy();
  const statuses = (await Promise.all(Array.from({ length: 100 }, async () => view(3)))).flat();
  expect(statuses.filter((status) => status === 200 || status === 304)).toHaveLength(300);
  for (const socket of idle) socket.destroy();
  expect(await (await fetch(`${origin}/healthz`)).text()).toBe("ok");
});
