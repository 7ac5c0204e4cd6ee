import { beforeAll, expect, test } from "vitest";
import { zeroOutcomes } from "#campaign/outcome.ts";
import { reported } from "#campaign/reported.ts";
import type { CampaignAnswer, DayBucket } from "#service/api.ts";
import { publishedAnswer, publishedNow } from "../testing/published-answer.ts";
import { wallFigures } from "./figure-choice.ts";
import { throughputOf } from "./throughput.ts";
import { ownFacts } from "./wall-facts.tsx";

const hour = 3_600_000;
const zone = "UTC";
const dayStart = Date.parse("2026-10-14T00:00:00Z");
let published: CampaignAnswer;
beforeAll(async () => {
  published = await publishedAnswer();
});

/** 14 October, open from `opens`, with the calls of each hour; half of them completed. */
function day(opens: number, perHour: number[], closed = 0): DayBucket {
  const half = (calls: number) => ({ ...zeroOutcomes(), completed: calls / 2, busy: calls / 2 });
  const hours = perHour.map((calls, index) => ({ start: dayStart + (opens + index) * hour, end: dayStart + (opens + index + 1) * hour, counts: half(calls) }));
  const all = perHour.reduce((sum, calls) => sum + calls, closed);
  return { date: "2026-10-14", start: dayStart, end: dayStart + 24 * hour, counts: half(all), hours, closed: half(closed) };
}

function withDays(days: DayBucket[]): CampaignAnswer {
  if (!published.charts.reported) throw new Error("The sample has calls.");
  return { ...published, charts: reported({ ...published.charts.value, time: reported({ zone, days, earlierCalls: 0, undatedCalls: 0 }, "calls") }, "calls") };
}

test("the first five figures that are reported, with the other way to know one", () => {
  const figures = wallFigures(published, undefined, publishedNow, zone);
  expect(figures.map(({ label, text, beside }) => [label, text, beside])).toEqual([
    ["Calls", "100", "2 listed"],
    ["Success rate", "80.0\u202f%", "50.0\u202f% of the listed"],
    ["Average duration", "2\u202fm 00\u202fs", undefined],
    ["Completed calls", "80", "1 listed"],
    ["Failed calls", "20", "1 listed"],
  ]);
});

test("those asked for, in their order; what is not reported is left out, not 0", () => {
  expect(wallFigures(published, ["failed", "hour", "calls"], publishedNow, zone).map(({ name }) => name)).toEqual(["failed", "calls"]);
});

test("the latest hour that is over, and today", () => {
  const answer = withDays([day(9, [10, 20, 30])]);
  const at = dayStart + 11.5 * hour;
  expect(wallFigures(answer, ["hour", "today"], at, zone).map(({ label, text }) => [label, text])).toEqual([
    ["Calls 10:00–11:00", "20"],
    ["Calls today", "60"],
  ]);
  expect(wallFigures(answer, ["hour"], dayStart + 9.5 * hour, zone)).toEqual([]);
});

test("bars of today by hour: completed, others, hours ahead, and closed hours apart", () => {
  const drawn = throughputOf([day(9, [10, 20, 0], 4)], dayStart + 10.5 * hour, zone);
  expect(drawn).toMatchObject({ title: "Calls per hour, today", top: 20 });
  expect(drawn?.bars.map(({ completedPercent, otherPercent, ahead, gapBefore, label }) => [completedPercent, otherPercent, ahead, gapBefore, label])).toEqual([
    [25, 25, false, false, "09:00"],
    [50, 50, false, false, "10:00"],
    [0, 0, true, false, "11:00"],
    [10, 10, false, true, "closed"],
  ]);
});

test("without calls today the latest day is drawn and named; at most eight labels", () => {
  const drawn = throughputOf([day(0, Array.from({ length: 24 }, () => 2))], dayStart + 30 * hour, zone);
  expect(drawn?.title).toBe("Calls per hour, Wed 14 Oct");
  expect(drawn?.bars.filter(({ label }) => label !== undefined)).toHaveLength(8);
  expect(throughputOf([], dayStart, zone)).toBeUndefined();
});

test("where hours do not tell the whole day, days are drawn", () => {
  const drawn = throughputOf([{ ...day(9, [10]), hours: [] }], dayStart + 10 * hour, zone);
  expect(drawn).toMatchObject({ title: "Calls per day", bars: [{ label: "14 Oct" }] });
});

test("of a platform's own facts none that is or may be a number to call", () => {
  const fact = (label: string, value: CampaignAnswer["campaign"]["facts"][number]["value"]) => ({ label, place: "summary" as const, source: "x", value });
  const facts = [
    fact("From", { kind: "phone", numbers: ["+14155550134"] }),
    fact("Line", { kind: "text", text: "+1 (415) 555-0134" }),
    fact("Long", { kind: "text", text: "x".repeat(49) }),
    fact("Language", { kind: "text", text: "en-US" }),
    fact("First", { kind: "instant", at: publishedNow }),
  ];
  expect(ownFacts({ facts }, publishedNow, zone)).toEqual([
    { label: "Language", value: "en-US" },
    { label: "First", value: "Wed 14 Oct 18:46 UTC" },
  ]);
});
