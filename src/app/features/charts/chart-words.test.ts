import { expect, test } from "vitest";
import { zeroOutcomes } from "#campaign/outcome.ts";
import { notReported, reported } from "#campaign/reported.ts";
import { formatCount, formatPercent } from "../../ui/format.ts";
import { withheldWords } from "./answer-rate-words.ts";
import { countedFromList, notReportedWords, otherWay, unitParts } from "./figure-words.ts";
import type { Column } from "./time-model.ts";
import { columnName, hourLabels, leftOutWords, zoneWords } from "./time-words.ts";

/* Wednesday 14 October 2026, 11:00 in New York. */
const eleven = Date.UTC(2026, 9, 14, 15);
const midnight = Date.UTC(2026, 9, 14, 4);
const hour: Column = {
  kind: "hour",
  slot: 0,
  dayStart: midnight,
  start: eleven,
  end: eleven + 3_600_000,
  counts: zeroOutcomes(),
  calls: 0,
  closedCalls: 0,
  ahead: false,
};
const newYork = { days: "America/New_York", clock: "America/New_York", year: "2026" };

test("names a bar by day and hours", () => {
  expect(columnName(hour, newYork)).toBe("Wed 14 Oct, 11:00–12:00");
  expect(columnName({ ...hour, kind: "closed" }, newYork)).toBe("Wed 14 Oct, closed hours");
  expect(columnName({ ...hour, kind: "day" }, newYork)).toBe("Wed 14 Oct");
});

test("names the year of a day only when it is not this one", () => {
  expect(columnName({ ...hour, kind: "day" }, { ...newYork, year: "2027" })).toBe("Wed 14 Oct 2026");
});

test("days stay the campaign's when hours are shown in another zone", () => {
  expect(columnName(hour, { ...newYork, clock: "Asia/Tokyo" })).toBe("Wed 14 Oct, 00:00–01:00");
  expect(zoneWords({ ...newYork, clock: "Asia/Tokyo" }, eleven)).toBe(
    "by creation time; days of New York time (EDT), hours shown in Tokyo time (GMT+9)",
  );
  expect(zoneWords(newYork, eleven)).toBe("by creation time, New York time (EDT)");
  expect(zoneWords({ days: "UTC", clock: "UTC", year: "2026" }, eleven)).toBe("by creation time, UTC time");
});

test("hours are short unless one is not on the hour", () => {
  expect(hourLabels([hour], "America/New_York")).toEqual(["11"]);
  expect(hourLabels([hour], "Asia/Kolkata")).toEqual(["20:30"]);
});

test("says what the bars leave out", () => {
  expect(leftOutWords(0, 0)).toBeUndefined();
  expect(leftOutWords(1, 0)).toBe("1 earlier call is not drawn.");
  expect(leftOutWords(1200, 3)).toBe("1,200 earlier calls are not drawn; 3 calls are without a creation time.");
});

test("says why the answer rate is not drawn", () => {
  const withheld = { kind: "withheld", insideShare: undefined } as const;
  expect(withheldWords({ ...withheld, reason: "created_outside_hours", insideShare: 0.409 }, "Talkover")).toBe(
    "Not drawn: only 40\u202f% of calls were created inside calling hours, so creation times do not tell when people answered.",
  );
  expect(withheldWords({ ...withheld, reason: "created_outside_hours", insideShare: 0 }, "Talkover")).toContain(
    "none of the calls was created inside calling hours",
  );
  expect(withheldWords({ ...withheld, reason: "no_times" }, "Kore.ai")).toContain("Kore.ai does not report");
});

test("cuts a figure into numbers and units", () => {
  expect(unitParts("2\u202fm 03\u202fs")).toEqual([
    { text: "2", unit: false },
    { text: "m", unit: true },
    { text: "03", unit: false },
    { text: "s", unit: true },
  ]);
  expect(unitParts("1,234,567")).toEqual([{ text: "1,234,567", unit: false }]);
  expect(unitParts("64.6\u202f%").map(({ text }) => text)).toEqual(["64.6", "%"]);
});

test("a figure's other way is worded by what it counts", () => {
  const rate = { shown: reported(80, "stats.success_rate"), other: reported(50, "completed ÷ 2 contacts with a result") };
  expect(otherWay(rate, formatPercent)).toEqual({
    value: "50.0\u202f%",
    words: "of the listed",
    source: "completed ÷ 2 contacts with a result",
  });
  const calls = { shown: reported(100, "stats.total_calls"), other: reported(2, "counted from 2 listed calls") };
  expect(otherWay(calls, formatCount)).toMatchObject({ value: "2", words: "listed" });
  expect(otherWay({ ...calls, other: notReported }, formatCount)).toBeUndefined();
  expect(otherWay({ ...rate, other: reported(80.01, "completed ÷ 9 contacts") }, formatPercent)).toBeUndefined();
});

test("names what is not reported once, in one sentence", () => {
  expect(notReportedWords([], "X")).toBeUndefined();
  expect(notReportedWords(["Average duration"], "X")).toBe("Average duration is not reported by X.");
  expect(notReportedWords(["Failed calls"], "X")).toBe("Failed calls are not reported by X.");
  expect(notReportedWords(["Calls", "Completed calls", "Success rate"], "X")).toBe("Calls, completed calls and success rate are not reported by X.");
});

test("says that counts are of what has been read so far", () => {
  expect(countedFromList(1, "calls", undefined)).toBe("counted from 1 listed call");
  expect(countedFromList(12_400, "calls", 50_000)).toBe("counted from the 12,400 of 50,000 calls read so far");
});
