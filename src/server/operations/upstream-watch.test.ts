import type { Vitals } from "#service/engine/vitals.ts";
import { expect, test, vi } from "vitest";
import { createLog } from "./log.ts";
import { Metrics } from "./metrics.ts";
import { UpstreamWatch } from "./upstream-watch.ts";

const vitals = (state: Vitals["state"]): Vitals => ({ connection: "acme", state, campaigns: 1, readAt: Date.now() - 10_000, dueAt: Date.now() - 4_000 });

test("a change of state is one line, however often it is seen; ages and counts go to the metrics", async () => {
  const log = createLog("silent");
  const said = vi.spyOn(log, "upstream");
  const metrics = new Metrics("test");
  const states: Vitals["state"][] = ["idle", "ok", "timeout", "timeout", "idle", "timeout", "ok", "ok"];
  let step = 0;
  const ask = async () => ({ connections: [vitals(states[step] ?? "ok")], requests: [{ connection: "acme", outcome: "ok" as const, seconds: 0.2 }], polls: [{ connection: "acme", outcome: "ok" as const }] });
  const watch = new UpstreamWatch({ ask, log, metrics: metrics.upstream });
  for (step = 0; step < states.length; step += 1) await watch.look();
  expect(said.mock.calls).toEqual([
    ["acme", "timeout", "ok"],
    ["acme", "ok", "timeout"],
  ]);
  const { text } = await metrics.text();
  expect(text).toContain('callboard_upstream_requests_total{connection="acme",outcome="ok"} 8');
  expect(text).toContain('callboard_polls_total{connection="acme",outcome="ok"} 8');
  expect(text).toMatch(/callboard_data_age_seconds\{connection="acme"\} 10\b/);
  expect(text).toMatch(/callboard_data_overdue_seconds\{connection="acme"\} 4\b/);
  expect(text.match(/callboard_upstream_state\{.*/g)).toEqual(['callboard_upstream_state{connection="acme",state="ok"} 1']);
});

test("engines that answer are well, and are for half a minute after; those that never did, or fail, are not", async () => {
  let now = 0;
  let answers = false;
  const ask = async () => (answers ? { connections: [], requests: [], polls: [] } : Promise.reject(new Error("The engine ended before it answered")));
  const watch = new UpstreamWatch({ ask, log: createLog("silent"), metrics: new Metrics("test").upstream, now: () => now });
  expect(await watch.isWell()).toBe(false);
  answers = true;
  expect(await watch.isWell()).toBe(true);
  answers = false;
  now = 29_000;
  expect(await watch.isWell()).toBe(true);
  now = 31_000;
  expect(await watch.isWell()).toBe(false);
});

test("an engine that hangs keeps nobody waiting", async () => {
  const watch = new UpstreamWatch({ ask: () => new Promise(() => {}), log: createLog("silent"), metrics: new Metrics("test").upstream });
  const began = performance.now();
  expect(await watch.isWell()).toBe(false);
  expect(performance.now() - began).toBeLessThan(5_000);
});
