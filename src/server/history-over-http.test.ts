import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { HistoryAnswer } from "#service/api-history.ts";
import { campaignBody, someCalls } from "#service/testing/campaign-body.ts";
import { json, startUpstream, type Upstream } from "#service/testing/upstream.ts";
import { openDatabase } from "./store/database.ts";
import { buildHost, startHost } from "./testing/built-host.ts";

/* What is kept of campaigns over time, on the built host over HTTP. */
const path = "/api/v1/connections/acme/campaigns/c1";
const file = (state: string, read: number) => ({ id: "f1", original_filename: "+14155550001.csv", processed_filename: "f1.csv", status: state, total_records: 100, processed_records: read });
const body = (change: Record<string, unknown> = {}) => json(200, campaignBody(someCalls(40), { files: [file("processing", 40)], ...change }));

let upstream: Upstream;
let directory: string;
beforeAll(async () => {
  await buildHost();
  upstream = await startUpstream(body());
});
afterAll(() => upstream.close());
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "callboard-history-"));
  upstream.answer(body());
  return async () => {
    // Of a test that failed too nothing goes on.
    await Promise.all(started.splice(0).map((stop) => stop("SIGKILL")));
    rmSync(directory, { recursive: true });
  };
});
const started: ((signal: NodeJS.Signals) => Promise<void>)[] = [];

async function start(more: Record<string, unknown> = {}) {
  const connections = { acme: { provider: "talkover", baseUrl: upstream.baseUrl, token: { env: "TOKEN" }, requestsPerMinute: 60_000 } };
  const settings = { connections, pollSeconds: { calling: 0.1, outsideHours: 0.1, finished: 0.1 }, watch: { acme: ["c1"] }, metrics: { secret: { env: "METRICS" } }, ...more };
  writeFileSync(join(directory, "callboard.config.json"), JSON.stringify(settings));
  const env = { TOKEN: "talq_sample", METRICS: "nB5vCx9zAs2dFg4hJk7lQw1eRt6yUi8o" };
  const { child, printed, ended, output } = startHost({ args: ["--port", "0"], env, cwd: directory });
  const [, origin = ""] = await printed(/Callboard listening on (http:\/\/[^/\s]+)/);
  const ask = (at: string): Promise<Response> => fetch(origin + at);
  const history = async (): Promise<HistoryAnswer> => (await ask(`${path}/history`)).json() as Promise<HistoryAnswer>;
  const metrics = async (): Promise<string> => (await fetch(`${origin}/metrics`, { headers: { authorization: `Bearer ${env.METRICS}` } })).text();
  const stop = async (signal: NodeJS.Signals = "SIGTERM"): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  started.push(stop);
  return { ask, history, metrics, output, stop };
}
const kindsOf = ({ events }: HistoryAnswer): string[] => events.map(({ kind }) => kind);

test("a watched campaign has a history though nobody looked; what changed is there after kill -9", async () => {
  const first = await start();
  await expect.poll(async () => (await first.history()).since, { timeout: 20_000 }).toBeDefined();
  expect(upstream.requests.length).toBeGreaterThan(0);
  const connections = (await (await first.ask("/api/v1/connections")).json()) as { capabilities: { history: boolean } };
  expect(connections.capabilities.history).toBe(true);

  upstream.answer(body({ files: [file("failed", 60)], status: "paused" }));
  await expect
    .poll(async () => {
      await first.ask(path);
      return kindsOf(await first.history());
    }, { timeout: 20_000 })
    .toEqual(["file_failed", "status_changed"]);
  const before = await first.history();
  await first.stop("SIGKILL");

  const again = await start();
  await expect.poll(async () => (await again.history()).events, { timeout: 20_000 }).toEqual(before.events);
  expect((await again.history()).since).toBe(before.since);
  // Of the file only its id was kept: nobody's number, and no name.
  expect(JSON.stringify(await again.history())).not.toContain("4155550001");
  expect((await again.ask(`${path}/history`)).headers.get("cache-control")).toBe("no-store");
  await again.stop();
});

test("[fault: observation database unreachable] the campaign is read all the same; the history says so, and so do log and metrics", async () => {
  const { ask, output, metrics, stop } = await start({ database: { file: "absent/callboard.db" } });
  await expect.poll(async () => (await ask(path)).status, { timeout: 20_000 }).toBe(200);
  const answer = await ask(`${path}/history`);
  expect([answer.status, await answer.json()]).toEqual([503, expect.objectContaining({ code: "history_unavailable", title: "The history cannot be read now" })]);
  await expect.poll(output, { timeout: 10_000 }).toMatch(/"event":"failed","place":"history"/);
  await expect
    .poll(async () => {
      await ask(path);
      return metrics();
    }, { timeout: 20_000, interval: 500 })
    .toMatch(/callboard_history_sightings_total\{outcome="lost"\} [1-9]/);
  expect(await (await ask("/readyz")).text()).toBe("ok");
  await stop();
});

test("[fault: observation database locked] polls are answered as ever; the gap is recorded, and keeping goes on by itself", async () => {
  const { ask, history, output, stop } = await start();
  await expect.poll(async () => (await history()).since, { timeout: 20_000 }).toBeDefined();
  const other = await openDatabase({ kind: "file", file: join(directory, "callboard.db") });
  await other.connection().execute(async (connection) => {
    await connection.executeQuery({ sql: "BEGIN EXCLUSIVE", parameters: [], query: { kind: "RawNode", sqlFragments: [], parameters: [] }, queryId: { queryId: "lock" } });
    upstream.answer(body({ max_concurrent_calls: 3, status: "paused" }));
    await expect
      .poll(async () => {
        const answer = (await (await ask(path)).json()) as { campaign: { status: { kind: string } } };
        return answer.campaign.status.kind;
      }, { timeout: 10_000 })
      .toBe("paused");
    await expect.poll(output, { timeout: 20_000 }).toMatch(/"place":"history".*locked/);
    await connection.executeQuery({ sql: "ROLLBACK", parameters: [], query: { kind: "RawNode", sqlFragments: [], parameters: [] }, queryId: { queryId: "unlock" } });
  });
  await other.destroy();
  await expect
    .poll(async () => {
      await ask(path);
      return kindsOf(await history());
    }, { timeout: 20_000 })
    .toEqual(["status_changed"]);
  await expect.poll(output, { timeout: 10_000 }).toMatch(/"event":"history","state":"ok"/);
  await stop();
});

test("a campaign to be watched that is not there is told in the log, and its id is not", async () => {
  const found = body();
  const missing = json(404, { success: false, message: "Campaign not found" });
  upstream.answer((request, response, count) => (request.url?.includes("gone-7") === true ? missing : found)(request, response, count));
  const { history, output, stop } = await start({ watch: { acme: ["gone-7", "c1"] } });
  await expect.poll(output, { timeout: 20_000 }).toMatch(/"level":"warn".*"event":"watch","connection":"acme","state":"not_found"/);
  expect(output()).not.toContain("gone-7");
  // The others are watched all the same.
  await expect.poll(async () => (await history()).since, { timeout: 20_000 }).toBeDefined();
  await stop();
});
