import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CallsAnswer, CampaignAnswer } from "./api.ts";
import { campaignBody, someCalls, type WireCall } from "./testing/campaign-body.ts";
import { campaignPath, type Hosted } from "./testing/hosted.ts";
import { bytes, type Handler, json, startUpstream, type Upstream } from "./testing/upstream.ts";
import { startValueHost } from "./testing/value-host.ts";

const path = `${campaignPath}/c1`;
let upstream: Upstream;
let host: Hosted;
let now: number;

beforeEach(async () => {
  now = Date.UTC(2026, 9, 1, 16);
  upstream = await startUpstream(json(200, campaignBody(someCalls(20))));
  host = await startValueHost({ baseUrl: upstream.baseUrl, now: () => now });
});
afterEach(() => upstream.close());

const poll = async (init?: RequestInit) => {
  const response = await host.ask(path, init);
  return { response, answer: response.ok ? ((await response.json()) as CampaignAnswer) : undefined };
};
/** One poll an interval later, on a body. */
const pollWith = async (handler: Handler) => {
  upstream.answer(handler);
  now += 5_000;
  return (await poll()).answer;
};
const serve = (calls: WireCall[], change = {}) => json(200, campaignBody(calls, change));

describe("one reading, whoever looks", () => {
  test("[fault: back after 8 hours] 200 viewers at once cost one upstream request", async () => {
    await Promise.all(Array.from({ length: 200 }, () => poll()));
    expect(upstream.requests).toHaveLength(1);
  });

  test("a poll reads again only when the interval is over; refresh reads at once", async () => {
    const first = await poll();
    expect(first.response.headers.get("callboard-interval")).toBe("5000");
    now += 4_000;
    const second = await poll();
    expect(second.response.headers.get("callboard-next-poll")).toBe("1000");
    expect(upstream.requests).toHaveLength(1);
    await poll({ headers: { "callboard-refresh": "now" } });
    expect(upstream.requests).toHaveLength(2);
    now += 5_000;
    await poll();
    expect(upstream.requests).toHaveLength(3);
  });

  test("nobody looks: nothing is read", async () => {
    await poll();
    now += 3_600_000;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(upstream.requests).toHaveLength(1);
  });

  test.each([
    ["outside calling hours", { days_of_week: [6] }, "60000"],
    ["completed", { status: "completed" }, "300000"],
    ["paused", { status: "paused" }, "60000"],
    ["paused while a file is read", { status: "paused", files: [{ id: "f", original_filename: "a.csv", processed_filename: "b", status: "processing", total_records: 5, processed_records: 1 }] }, "5000"],
  ])("the interval when %s", async (_, change, interval) => {
    upstream.answer(serve(someCalls(2), change));
    expect((await poll()).response.headers.get("callboard-interval")).toBe(interval);
  });

  test("the interval ends when the next window opens", async () => {
    now = Date.UTC(2026, 9, 1, 12, 59, 30);
    upstream.answer(serve(someCalls(2), { earliest_call_time: "09:00:00", latest_call_time: "17:00:00" }));
    expect((await poll()).response.headers.get("callboard-next-poll")).toBe("30000");
  });
});

describe("the rate limit belongs to the connection", () => {
  test.each([
    ["seconds", "30", 30_000],
    ["an HTTP date", new Date(Date.UTC(2026, 9, 1, 16, 1)).toUTCString(), 60_000],
    ["0", "0", 1_000],
    ["a date in the past", "Wed, 21 Oct 2015 07:28:00 GMT", 15_000],
    ["garbage", "soon", 15_000],
    ["10⁹", "1000000000", 900_000],
    ["nothing", undefined, 15_000],
  ])("[fault: 429 with Retry-After] Retry-After as %s", async (_, header, wait) => {
    upstream.answer(json(429, {}, header === undefined ? {} : { "retry-after": header }));
    const { response } = await poll();
    expect(await response.json()).toMatchObject({ code: "rate_limited", retryAt: now + wait });
    await host.ask(`${campaignPath}/c2`);
    await host.ask(campaignPath);
    now += wait - 1;
    await poll({ headers: { "callboard-refresh": "now" } });
    expect(upstream.requests).toHaveLength(1);
    now += 1;
    upstream.answer(serve(someCalls(1)));
    expect((await poll()).answer?.upstream).toEqual({ state: "ok" });
    expect(upstream.requests).toHaveLength(2);
  });

  test("[fault: upstream 401] a refused credential stops the whole connection, and is tried again slowly", async () => {
    await poll();
    now += 5_000;
    upstream.answer(json(401, { success: false, message: "Unauthorized" }));
    expect((await poll()).answer?.upstream).toMatchObject({ problem: { code: "credential_refused" } });
    now += 50_000;
    expect(await (await host.ask(`${campaignPath}/c2`)).json()).toMatchObject({ code: "credential_refused" });
    expect(upstream.requests).toHaveLength(2);
    now += 300_000;
    upstream.answer(serve(someCalls(3)));
    expect((await poll()).answer?.upstream).toEqual({ state: "ok" });
  });
});

test("[fault: back after 8 hours] a platform that is back after eight hours is read within one capped back-off, once for 200 viewers", async () => {
  await poll();
  upstream.answer(json(503, {}));
  for (let minute = 0; minute < 8 * 60; minute += 1) {
    now += 60_000;
    await poll();
  }
  const before = upstream.requests.length;
  upstream.answer(serve(someCalls(30)));
  now += 60_000;
  const answers = await Promise.all(Array.from({ length: 200 }, () => poll()));
  expect(upstream.requests.length).toBe(before + 1);
  expect(answers.every(({ answer }) => answer?.upstream.state === "ok")).toBe(true);
});

describe("what the data does between reads", () => {
  test("statistics one call ahead of the list for 100 polls change nothing on screen", async () => {
    const calls = someCalls(200);
    await pollWith(serve(calls));
    const screens = new Set<string>();
    for (let round = 0; round < 100; round += 1) {
      const ahead = { ...campaignBody(calls).data.stats, total_calls: 201 };
      const answer = await pollWith(serve(calls, { stats: ahead, updated_at: `2026-10-01T14:00:00.${String(round).padStart(3, "0")}Z` }));
      const { progress, notices, figures } = answer ?? {};
      screens.add(JSON.stringify([progress, notices, figures?.totalCalls.other, figures?.successRatePercent]));
    }
    expect(screens.size).toBe(1);
  });

  test("[fault: counters that disagree] a contradiction is flagged after three consecutive reads, and goes after three", async () => {
    const calls = someCalls(20);
    const contradictory = serve(calls, { stats: { total_calls: 500, completed_calls: 400, failed_calls: 100, success_rate: 80, average_duration: 1 } });
    const flagged = async (handler: Handler) => (await pollWith(handler))?.notices.map(({ kind }) => kind);
    expect(await flagged(serve(calls))).toEqual([]);
    expect(await flagged(contradictory)).toEqual([]);
    expect(await flagged(contradictory)).toEqual([]);
    expect(await flagged(contradictory)).toEqual(["total_calls_disagree"]);
    expect(await flagged(serve(calls))).toEqual(["total_calls_disagree"]);
    expect(await flagged(serve(calls))).toEqual(["total_calls_disagree"]);
    expect(await flagged(serve(calls))).toEqual([]);
  });

  test("a first read may flag at once", async () => {
    upstream.answer(serve(someCalls(20), { stats: { total_calls: 500 } }));
    expect((await poll()).answer?.notices).toMatchObject([{ kind: "total_calls_disagree", reported: 500 }]);
  });

  test("identical bytes are read but not parsed again, and the answer is a 304", async () => {
    const etag = (await poll()).response.headers.get("etag") ?? "";
    now += 5_000;
    const again = await host.ask(path, { headers: { "if-none-match": etag } });
    expect(again.status).toBe(304);
    expect(again.headers.get("callboard-read-at")).toBe(String(now));
    expect(upstream.requests).toHaveLength(2);
  });

  test("[fault: duplicate ids] duplicate ids: the newest wins, and a count is shown", async () => {
    const [call, ...rest] = someCalls(3);
    if (call === undefined) throw new Error("no calls");
    const answer = await pollWith(serve([call, { ...call, status: "busy", created_at: "2026-10-01T15:00:00Z" }, ...rest]));
    expect(answer?.notices).toContainEqual({ kind: "duplicate_calls", count: 1 });
    expect(answer?.charts).toMatchObject({ value: { outcomesByCall: { completed: 0, busy: 1 } } });
  });

  test("[fault: vanished calls] calls that vanish stay once and are dropped when missing twice", async () => {
    const rows = async (calls: WireCall[]) => {
      const answer = await pollWith(serve(calls));
      return [answer?.calls.reported && answer.calls.value.rows, answer?.notices];
    };
    expect(await rows(someCalls(10))).toEqual([10, []]);
    expect(await rows(someCalls(9))).toEqual([10, []]);
    expect(await rows(someCalls(9))).toEqual([9, [{ kind: "vanished_calls", count: 1 }]]);
  });

  test("[fault: older answers] an older answer after a newer one is ignored and counted; three in a row are believed", async () => {
    const at = (minute: number, count: number) => serve(someCalls(count), { updated_at: `2026-10-01T14:${minute}:00Z` });
    await pollWith(at(30, 20));
    const rows = (answer: CampaignAnswer | undefined) => answer?.calls.reported && answer.calls.value.rows;
    const ignored = await pollWith(at(20, 15));
    expect(rows(ignored)).toBe(20);
    expect(ignored?.notices).toContainEqual({ kind: "older_answers_ignored", count: 1 });
    expect(rows(await pollWith(at(20, 15)))).toBe(20);
    await pollWith(at(20, 15));
    expect(rows(await pollWith(at(20, 15)))).toBe(15);
  });

  test("after an answer without any list of calls a reader still sees what he saw, and how many are newer", async () => {
    const calls = someCalls(12);
    const windowAt = async (asOf = "") => (await (await host.ask(`${path}/calls?group=call&asOf=${encodeURIComponent(asOf)}`)).json()) as CallsAnswer;
    await pollWith(serve(calls.slice(0, 10)));
    const { asOf } = await windowAt();
    const body = campaignBody([]);
    await pollWith(json(200, { ...body, data: { ...body.data, calls: null } }));
    const later = calls.slice(10).map((call) => ({ ...call, created_at: "2026-11-01T00:00:00Z" }));
    await pollWith(serve([...calls.slice(0, 10), ...later]));
    expect(await windowAt(asOf)).toMatchObject({ total: 10, newer: 2, asOf });
    expect(await windowAt()).toMatchObject({ total: 12, newer: 0 });
  });

  test("[fault: bad rows] bad rows are set aside and counted; the rest is shown", async () => {
    const body = campaignBody(someCalls(3));
    const answer = await pollWith(json(200, { ...body, data: { ...body.data, calls: [...body.data.calls, { id: 7 }, "row"], files: [null] } }));
    expect(answer?.calls).toMatchObject({ value: { rows: 3 } });
    expect(answer?.notices).toContainEqual(expect.objectContaining({ kind: "rows_set_aside", calls: 2, files: 1 }));
  });

  test("[fault: unknown words] unknown words are shown as they are, and totals still reconcile", async () => {
    const [call] = someCalls(1);
    if (call === undefined) throw new Error("no calls");
    const answer = await pollWith(serve([{ ...call, status: "teleported" }], { status: "hibernating" }));
    expect(answer?.campaign.status).toEqual({ kind: "unknown", word: "hibernating" });
    expect(answer?.notices).toContainEqual({ kind: "unknown_words", words: [{ word: "teleported", count: 1 }] });
    expect(answer?.progress.segments).toMatchObject([{ part: "unknown", count: 1 }]);
  });

  test("__proto__ and friends never reach an object", async () => {
    const text = JSON.stringify(campaignBody(someCalls(1))).replace('"success":true', '"success":true,"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}');
    for (let round = 0; round < 2; round += 1) await pollWith(bytes(200, text, { "content-type": "application/json" }));
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
    expect("polluted" in {}).toBe(false);
  });

  test("a pause is dated only when it was seen to happen", async () => {
    expect((await pollWith(serve(someCalls(2), { status: "paused" })))?.sentence).toEqual({ kind: "paused", inProgress: 0 });
    now += 60_000;
    await pollWith(serve(someCalls(2)));
    now += 60_000;
    const seen = await pollWith(serve(someCalls(2), { status: "paused" }));
    expect(seen?.sentence).toMatchObject({ kind: "paused", since: now });
  });

  test("a file is stuck after ten minutes without a record, as observed", async () => {
    const files = [{ id: "f", original_filename: "leads.xlsx", processed_filename: "p", status: "processing", total_records: 500, processed_records: 212 }];
    const since = now + 5_000;
    const stuck = (answer: CampaignAnswer | undefined) => answer?.files.reported && answer.files.value[0]?.stuckSince;
    expect(stuck(await pollWith(serve(someCalls(2), { files })))).toBeUndefined();
    now += 9 * 60_000;
    expect(stuck(await pollWith(serve(someCalls(2), { files })))).toBeUndefined();
    now += 60_000;
    expect(stuck(await pollWith(serve(someCalls(2), { files })))).toBe(since);
  });

  test("an active campaign that stands still for 20 minutes is said to be stalled", async () => {
    const waiting = [...someCalls(3), { id: "q", to: "+14155559999", status: "queued", retries: 0, created_at: "2026-10-01T14:30:00Z" }];
    await pollWith(serve(waiting));
    const since = now;
    now += 22 * 60_000;
    expect((await poll()).answer?.sentence).toMatchObject({ kind: "stalled", unchangedSince: since });
    expect((await pollWith(serve([...waiting, ...someCalls(30).slice(20)])))?.sentence).toMatchObject({ kind: "calling" });
  });

  test("hours that never close have no closing time", async () => {
    const [call] = someCalls(1);
    if (call === undefined) throw new Error("no calls");
    const allDay = { call_time_ranges: [{ start: "00:00", end: "24:00" }], days_of_week: [1, 2, 3, 4, 5, 6, 7], start_date: "2026-09-01" };
    const answer = await pollWith(serve([{ ...call, status: "ringing" }], allDay));
    expect(answer?.sentence).toEqual({ kind: "calling" });
    expect(answer?.hours.reported && answer.hours.value.windows).toHaveLength(1);
    expect(answer?.hours.reported && answer.hours.value.windows[0]?.end).toBeLessThan(now + 10 * 86_400_000);
  });

  test("[fault: unknown time zone] an unknown time zone is said, not guessed", async () => {
    const [call] = someCalls(1);
    if (call === undefined) throw new Error("no calls");
    const answer = await pollWith(serve([{ ...call, status: "queued" }], { timezone: "Mars/Olympus" }));
    expect(answer?.notices).toContainEqual({ kind: "unknown_time_zone", timeZone: "Mars/Olympus" });
    expect(answer?.hours).toMatchObject({ value: { timeZoneKnown: false, windows: [] } });
    expect(answer?.sentence.kind).toBe("active_hours_unknown");
  });
});

test("windows never slide under a reader: newer calls wait behind the anchor", async () => {
  await poll();
  const window = async (query: string) => (await (await host.ask(`${path}/calls?${query}`)).json()) as CallsAnswer;
  const first = await window("limit=5");
  await pollWith(serve(someCalls(32)));
  const held = await window(`limit=5&asOf=${encodeURIComponent(first.asOf)}`);
  expect(held.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id));
  expect(held).toMatchObject({ total: 20, newer: 12 });
  expect((await window("limit=5")).total).toBe(32);
});
