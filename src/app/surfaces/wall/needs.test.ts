import { beforeAll, expect, test } from "vitest";
import { zeroOutcomes } from "#campaign/outcome.ts";
import { reported } from "#campaign/reported.ts";
import type { CampaignAnswer, FileAnswer } from "#service/api.ts";
import type { Trouble } from "../page/trouble.ts";
import { publishedAnswer, publishedNow as now } from "../testing/published-answer.ts";
import { failureRate, needsOf, remarksOf, type Seen } from "./needs.ts";

const hour = 3_600_000;
let published: CampaignAnswer;
beforeAll(async () => {
  published = await publishedAnswer();
});

const seen = (more: Partial<Seen> = {}): Seen => ({ answer: published, trouble: undefined, freshness: "live", now, failuresPercent: 30, campaign: "c1", ...more });
const briefs = (more: Partial<Seen>) => needsOf(seen(more)).map(({ brief }) => brief);

function withFile(change: Partial<FileAnswer>): CampaignAnswer {
  const [file] = published.files.reported ? published.files.value : [];
  if (file === undefined) throw new Error("The sample has a file.");
  return { ...published, files: reported([{ ...file, ...change }], "files") };
}

/** Today's calls, by what became of those created in one hour. */
function withHour(completed: number, failed: number, start: number): CampaignAnswer {
  if (!published.charts.reported) throw new Error("The sample has calls.");
  const counts = { ...zeroOutcomes(), completed, failed };
  const day = { date: "2026-10-14", start: now - 12 * hour, end: now + 12 * hour, counts, hours: [{ start, end: start + hour, counts }], closed: zeroOutcomes() };
  return { ...published, charts: reported({ ...published.charts.value, time: reported({ zone: "UTC", days: [day], earlierCalls: 0, undatedCalls: 0 }, "calls") }, "calls") };
}

const trouble = (code: Trouble["code"], more: Partial<Trouble> = {}): Trouble => ({ code, detail: "", since: now, retryAt: undefined, unanswered: false, ...more });

test("a campaign that does what it should needs nobody; rejected records and disagreeing figures can wait", () => {
  expect(needsOf(seen())).toEqual([]);
  expect(remarksOf(published).map(({ title, says }) => `${title}: ${says}`)).toEqual([
    "contacts.csv: 50 of 1,000 records rejected",
    "The counters disagree: stats say 100 calls, the list holds 2.",
  ]);
});

test("a file that failed or stands still is named, with how far it came", () => {
  const failed = withFile({ state: { kind: "failed", word: "failed" }, processedRecords: reported(12, "x"), totalRecords: reported(500, "x") });
  expect(needsOf(seen({ answer: failed }))).toMatchObject([{ tone: "danger", icon: "x", brief: "file failed", says: "File failed at 12 of 500 records" }]);
  const stuck = withFile({ stuckSince: now - 12 * 60_000, processedRecords: reported(212, "x"), totalRecords: reported(500, "x") });
  expect(needsOf(seen({ answer: stuck }))).toMatchObject([{ tone: "warn", icon: "warn", brief: "file stuck", says: "Stuck for 12\u202fmin at 212 of 500 records" }]);
});

test("a campaign that stands still inside its hours is stalled", () => {
  const answer: CampaignAnswer = { ...published, sentence: { kind: "stalled", unchangedSince: now - 22 * 60_000, closesAt: undefined } };
  expect(needsOf(seen({ answer }))).toMatchObject([{ icon: "pause", brief: "stalled", says: "Nothing has changed for 22\u202fmin" }]);
});

test("failures are counted over the latest hours, and only where there are calls enough", () => {
  expect(failureRate(withHour(30, 20, now - hour), now)).toEqual({ failed: 20, finished: 50, percent: 40 });
  expect(failureRate(withHour(9, 10, now - hour), now)).toBeUndefined();
  expect(failureRate(withHour(30, 20, now - 3 * hour), now)).toBeUndefined();
  expect(briefs({ answer: withHour(30, 20, now - hour) })).toEqual(["40\u202f% fail"]);
  expect(briefs({ answer: withHour(30, 20, now - hour), failuresPercent: 41 })).toEqual([]);
  expect(briefs({ answer: withHour(0, 50, now - hour), failuresPercent: undefined })).toEqual([]);
});

test("a platform that cannot be read needs somebody; one that asks to wait does not, nor a moment without Callboard", () => {
  expect(briefs({ trouble: trouble("unreachable"), freshness: "stale" })).toEqual(["Talkover cannot be reached"]);
  expect(briefs({ trouble: trouble("rate_limited"), freshness: "waiting" })).toEqual([]);
  expect(briefs({ trouble: trouble("unreachable", { unanswered: true }), freshness: "offline" })).toEqual([]);
});

test("data that is not live speaks of nothing else, whatever it said", () => {
  const answer = withFile({ state: { kind: "failed", word: "failed" } });
  expect(briefs({ answer, freshness: "not_live", trouble: trouble("server_error") })).toEqual(["NOT LIVE"]);
});

test("a campaign that was never read says why, by the name it has in the address", () => {
  expect(briefs({ answer: undefined, freshness: "not_live", trouble: trouble("not_found"), campaign: "spring" })).toEqual(["No such campaign on this connection"]);
  expect(briefs({ answer: undefined, freshness: "loading" })).toEqual([]);
});
