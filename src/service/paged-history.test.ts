import { afterEach, expect, test } from "vitest";
import { listen } from "#server/listen.ts";
import { simulatorListener } from "#server/simulator-listener.ts";
import { createSimulator } from "#simulator/simulator.ts";
import { type CallsAnswer, type CampaignAnswer, clockHeaders } from "./api.ts";
import { until } from "./testing/until.ts";
import { campaignPath } from "./testing/hosted.ts";
import { startValueHost } from "./testing/value-host.ts";

/*
 * Call histories in pages, over HTTP from the simulator with its rate limit in force. Time runs
 * faster for both sides alike: minutes of reading are seconds of test.
 */
const minute = 60_000;
/** A moment at which every campaign has been calling for a while: how many calls there are depends on it. */
const start = Date.parse("2026-11-18T15:00:00Z");
const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

type Asked = { at: number; url: string; status: number };

async function begin(account: string, campaign: string, { calls, timesFaster = 60 }: { calls?: number; timesFaster?: number } = {}) {
  const began = Date.now();
  const now = (): number => start + (Date.now() - began) * timesFaster;
  const simulator = createSimulator({ seed: 7, now, ...(calls === undefined ? {} : { calls }) });
  const connection = simulator.connections.find(({ name }) => name === account);
  if (connection === undefined) throw new Error(`No account ${account}`);
  const asked: Asked[] = [];
  const counting = {
    ...simulator,
    fetch: async (request: Request) => {
      const response = await simulator.fetch(request);
      asked.push({ at: now(), url: request.url, status: response.status });
      return response;
    },
  };
  const listening = await listen(simulatorListener(counting), { host: "127.0.0.1", port: 0 });
  const host = await startValueHost({
    provider: connection.providerId,
    account: { ...connection.account },
    baseUrl: `${listening.origin}/${connection.providerId}`,
    token: connection.token,
    now,
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds / timesFaster)),
  });
  ends.push(host.stop, () => listening.drain(0));
  const path = `${campaignPath}/${campaign}`;
  const ask = async (): Promise<{ answer: CampaignAnswer; headers: Headers }> => {
    const response = await host.ask(path);
    expect(response.status).toBe(200);
    return { answer: (await response.json()) as CampaignAnswer, headers: response.headers };
  };
  return { asked, ask, host, path, now };
}

const readingOf = ({ calls }: CampaignAnswer) => {
  if (!calls.reported || calls.value.reading === undefined) throw new Error("No paged history");
  return { rows: calls.value.rows, ...calls.value.reading };
};

/** The most requests that any minute of them holds. */
function busiestMinute(asked: Asked[]): number {
  return Math.max(...asked.map(({ at }) => asked.filter((other) => other.at >= at && other.at < at + minute).length));
}

test("50,000 call logs are browsable at once and complete later, within 150 requests a minute", { timeout: 120_000 }, async () => {
  const { asked, ask, host, path } = await begin("dialnexa-demo", "cmp_big", { calls: 50_000 });
  const { answer: first } = await ask();
  expect(readingOf(first)).toMatchObject({ complete: false });
  expect(readingOf(first).rows).toBeGreaterThanOrEqual(100);
  expect(readingOf(first).total).toBeGreaterThanOrEqual(50_000);
  const window = (await (await host.ask(`${path}/calls?limit=50`)).json()) as CallsAnswer;
  expect(window.rows).toHaveLength(50);
  const times = window.rows.map(({ createdAt }) => createdAt ?? 0);
  expect(times).toEqual(times.toSorted((a, b) => b - a));

  const seen: number[] = [];
  const done = await waitFor(async () => {
    const { answer, headers } = await ask();
    seen.push(readingOf(answer).rows);
    return readingOf(answer).complete ? { answer, headers } : undefined;
  });
  const { rows, total } = readingOf(done.answer);
  expect(rows).toBe(total);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(new Set(seen).size).toBeGreaterThan(3);
  expect(asked.filter(({ status }) => status === 429)).toEqual([]);
  expect(busiestMinute(asked)).toBeLessThanOrEqual(150);
  expect(Number(done.headers.get(clockHeaders.callsReadAt))).toBeGreaterThan(0);
  expect(done.answer.notices).toEqual([]);

  // From here on a look is the header and the newest page, or the few that changed.
  const before = asked.length;
  await waitFor(async () => {
    await ask();
    return asked.length >= before + 40 ? true : undefined;
  });
  const pages = asked.slice(before).flatMap(({ url }) => new URL(url).searchParams.get("page") ?? []);
  expect(Math.max(...pages.map(Number))).toBeLessThan(10);
});

test("contacts that change in place are swept again and again, and what changes arrives", { timeout: 60_000 }, async () => {
  const { asked, ask, now } = await begin("kore-demo", "cd-product-feedback");
  const first = await waitFor(async () => {
    const { answer } = await ask();
    return readingOf(answer).complete ? answer : undefined;
  });
  expect(readingOf(first).rows).toBe(readingOf(first).total);
  expect(first.progress).toMatchObject({ source: "list", measure: "done", total: { value: readingOf(first).total } });
  expect(first.progress.segments.map(({ part }) => part)).not.toContain("not_read_yet");
  await waitFor(async () => ((await ask()).answer.progress.done.count > first.progress.done.count ? true : undefined));
  const { headers } = await ask();
  const age = now() - Number(headers.get(clockHeaders.callsReadAt));
  expect(age).toBeGreaterThan(0);
  expect(age).toBeLessThan(3 * minute);
  expect(asked.filter(({ status }) => status === 429)).toEqual([]);
  expect(busiestMinute(asked)).toBeLessThanOrEqual(60);
});

test("a batch shows first calls sent at once, and results once its whole history is read", { timeout: 60_000 }, async () => {
  const { ask } = await begin("dialnexa-batch-demo", "batch_renewals");
  const { answer: first } = await ask();
  expect(first.progress).toMatchObject({ source: "counters", measure: "first_calls_sent", stages: [{ depth: 0 }, { depth: 1 }, { depth: 2 }, { depth: 3 }] });
  const whole = await waitFor(async () => {
    const { answer } = await ask();
    return readingOf(answer).complete && answer.progress.measure === "done" ? answer : undefined;
  });
  expect(whole.progress.total).toEqual(first.progress.total);
  const sum = whole.progress.segments.reduce((all, { count }) => all + count, 0);
  expect(whole.progress.total).toMatchObject({ value: sum });
});

test("ten minutes of watching give a range of dialling time for what is pending, and never a date", { timeout: 60_000 }, async () => {
  const { ask } = await begin("dialnexa-demo", "cmp_reengage", { timesFaster: 300 });
  const { answer: first } = await ask();
  expect(first.progress).toMatchObject({ source: "counters", measure: "completed" });
  expect(first.estimate).toMatchObject({ kind: "withheld", reason: "not_observed_long_enough" });
  const { estimate, progress } = await waitFor(async () => {
    const { answer } = await ask();
    return answer.estimate?.kind === "dialling_time" ? { estimate: answer.estimate, progress: answer.progress } : undefined;
  });
  expect(estimate.pace.observedMinutes).toBeGreaterThanOrEqual(10);
  expect(estimate.pace.changes).toBeGreaterThanOrEqual(20);
  expect(estimate.pending).toBe(progress.segments.find(({ part }) => part === "pending")?.count);
  expect(estimate.fromHours).toBeCloseTo(estimate.pending / estimate.pace.toPerHour);
  expect(estimate.toHours).toBeGreaterThan(estimate.fromHours);
  expect(estimate.maxConcurrentCalls).toBe(8);
});

/** `until`, for what takes minutes of the fast clock. */
async function waitFor<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let round = 0; round < 20; round += 1) {
    const found = await until(look).catch(() => undefined);
    if (found !== undefined) return found;
  }
  throw new Error("It did not happen");
}
