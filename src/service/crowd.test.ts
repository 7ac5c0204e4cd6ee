import { afterEach, expect, test } from "vitest";
import { type Viewer, viewerWith } from "./access/viewer.ts";
import type { CampaignAnswer, Problem } from "./api.ts";
import { campaignBody, someCalls } from "./testing/campaign-body.ts";
import { campaignPath } from "./testing/hosted.ts";
import { SteppedClock } from "./testing/stepped-clock.ts";
import { json, startUpstream } from "./testing/upstream.ts";
import { startValueHost } from "./testing/value-host.ts";

/* What somebody else asks of a connection must not keep a campaign on show from being read. */
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const intervalMilliseconds = 5_000;
const viewer = (key: string): Viewer => viewerWith({ campaigns: { "*": ["*"] }, surface: "page", numbers: "masked", permissions: [] }, { key, label: key });
const list = { success: true, data: [], pagination: { current_page: 1, last_page: 1, per_page: 20, total: 0 } };
const real = new Set(["c1", "c2", "c3", "c4", "c5"]);

/** Talkover with five campaigns, and a host that reads it by a clock of its own; `limited`: it asks for fewer requests. */
async function begin({ limited = false, requestsPerMinute }: { limited?: boolean; requestsPerMinute?: number } = {}) {
  const clock = new SteppedClock(Date.UTC(2026, 9, 1, 16));
  const reads: { id: string; at: number }[] = [];
  const upstream = await startUpstream((request, response, count) => {
    const [, id] = /^\/api\/v1\/campaigns\/([^?]+)/.exec(request.url ?? "") ?? [];
    reads.push({ id: id ?? "list", at: clock.now() });
    const body = id === undefined ? list : campaignBody(someCalls(20), { id });
    const status = id === undefined || real.has(id) ? 200 : 404;
    json(limited ? 429 : status, body, limited ? { "retry-after": "60" } : {})(request, response, count);
  });
  const host = await startValueHost({ baseUrl: upstream.baseUrl, now: clock.now, sleep: clock.sleep, ...(requestsPerMinute !== undefined && { requestsPerMinute }) });
  ends.push(host.stop, upstream.close);
  /** Until nothing more is asked or answered. */
  const settle = async (): Promise<void> => {
    for (let seen = -1; seen !== reads.length; ) {
      seen = reads.length;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  return { clock, reads, host, settle };
}

type World = Awaited<ReturnType<typeof begin>>;

const questions = Array.from({ length: 200 }, (_, index) => [`/unknown-${index}`, `?search=word-${index}`]).flat();

/** Asks for 200 unknown ids and 200 searches, again each second what was put off. */
function flood({ host }: World, keyOf: (index: number) => string) {
  const left = new Map(questions.map((question, index) => [question, viewer(keyOf(index))]));
  const under = new Set<string>();
  const statuses: number[] = [];
  const ask = async (question: string, who: Viewer): Promise<void> => {
    under.add(question);
    const { status } = await host.askAs(who, campaignPath + question);
    statuses.push(status);
    under.delete(question);
    if (status !== 429) left.delete(question);
  };
  const again = (): void => {
    for (const [question, who] of left) if (!under.has(question)) void ask(question, who);
  };
  return { again, statuses, under };
}

/** Polls a campaign as pages do, and what it is told of the interval. */
async function watch({ host }: World, id: string, who: Viewer): Promise<number> {
  const response = await host.askAs(who, `${campaignPath}/${id}`);
  expect(response.status).toBe(200);
  expect(((await response.json()) as CampaignAnswer).upstream).toEqual({ state: "ok" });
  return Number(response.headers.get("callboard-interval"));
}

/** Milliseconds between two readings, the last of them still going on. */
const gaps = ({ reads, clock }: World, id: string): number[] => {
  const at = [...reads.filter((read) => read.id === id).map((read) => read.at), clock.now()];
  return at.slice(1).map((later, index) => later - (at[index] ?? 0));
};

test.each([
  ["one viewer", () => "one"],
  ["as many viewers as questions", (index: number) => `viewer-${index}`],
])("[threat: using up a connection] a campaign on show is read at its cadence, whatever else is asked: 200 unknown ids and 200 searches, by %s", async (_, keyOf) => {
  const world = await begin();
  const { clock, settle, reads } = world;
  const showing = viewer("showing");
  await watch(world, "c1", showing);
  const { again, statuses, under } = flood(world, keyOf);
  let most = 0;
  for (let second = 0; second < 30; second += 1) {
    again();
    await clock.pass(1_000, settle);
    most = Math.max(most, under.size);
    expect(await watch(world, "c1", showing)).toBe(intervalMilliseconds);
  }
  expect(Math.max(...gaps(world, "c1"))).toBeLessThanOrEqual(1.5 * intervalMilliseconds);
  // Others go on too, within what the platform allows in a minute; most are put off at once.
  expect(reads.length).toBeLessThan(100);
  expect(reads.filter(({ id }) => id !== "c1").length).toBeGreaterThan(20);
  expect(most).toBeLessThanOrEqual(20);
  expect(statuses.length).toBeGreaterThan(1_000);
});

test("[threat: using up a connection] nobody waits for ever: who asks next to a viewer of many unknown ids is answered", async () => {
  const world = await begin();
  const { clock, settle, host } = world;
  const { again, under } = flood(world, () => "many");
  again();
  await settle();
  expect(under.size).toBeLessThanOrEqual(4);
  const other = viewer("other");
  const answers: number[] = [];
  void host.askAs(other, `${campaignPath}/c2`).then(({ status }) => answers.push(status));
  void host.askAs(other, campaignPath).then(({ status }) => answers.push(status));
  for (let second = 0; second < 10 && answers.length < 2; second += 1) {
    again();
    await clock.pass(1_000, settle);
  }
  expect(answers).toEqual([200, 200]);
});

test("who is put off is told why, and when to come back", async () => {
  const world = await begin();
  const { host, clock, settle } = world;
  const many = viewer("many");
  const asked = Array.from({ length: 5 }, (_, index) => host.askAs(many, `${campaignPath}/unknown-${index}`));
  const put = await Promise.race(asked);
  const problem = (await put.json()) as Problem;
  expect(problem).toMatchObject({ code: "too_many_requests", status: 429, retryAt: clock.now() + 5_000 });
  expect(put.headers.get("retry-after")).toBe("5");

  const crowd = await Promise.race(Array.from({ length: 20 }, (_, index) => host.askAs(viewer(`v${index}`), `${campaignPath}/other-${index}`)));
  expect(await crowd.json()).toMatchObject({ code: "too_many_requests", detail: expect.stringContaining("within the limit of Talkover") as string });
  expect(Number(crowd.headers.get("retry-after"))).toBeGreaterThan(0);
  await clock.pass(30_000, settle);
  expect((await Promise.all(asked)).map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([404, 404, 404, 404, 429]);
});

test("[fault: 429 with Retry-After] what waits in line is not sent once the platform asks for fewer requests", async () => {
  const { host, clock, settle, reads } = await begin({ limited: true, requestsPerMinute: 6 });
  const asked = ["", "/c1", "/c2", "/c3", "/c4"].map((question, index) => host.askAs(viewer(`v${index}`), campaignPath + question));
  await settle();
  await clock.pass(20_000, settle);
  const codes = await Promise.all(asked.map(async (answer) => ((await (await answer).json()) as Problem).code));
  expect(codes).toEqual(asked.map(() => "rate_limited"));
  expect(reads).toHaveLength(1);
});

test("[threat: using up a connection] reading before the time, again and again, leaves what others need", async () => {
  const world = await begin();
  const { clock, settle, host } = world;
  const [showing, hasty] = [viewer("showing"), viewer("hasty")];
  const others = [...real].filter((id) => id !== "c1");
  for (const id of real) await watch(world, id, showing);
  for (let second = 0; second < 60; second += 1) {
    await clock.pass(1_000, settle);
    for (const id of others) void host.askAs(hasty, `${campaignPath}/${id}`, { headers: { "Callboard-Refresh": "now" } });
    await settle();
    await watch(world, "c1", showing);
  }
  expect(Math.max(...gaps(world, "c1"))).toBeLessThanOrEqual(1.5 * intervalMilliseconds);
});
