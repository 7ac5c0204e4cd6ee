import { expect, test } from "vitest";
import { zeroOutcomes } from "#campaign/outcome.ts";
import type { DayBucket } from "#service/api.ts";
import { byDay, latestDay, timeModel } from "./time-model.ts";

const hourMilliseconds = 3_600_000;
const dayMilliseconds = 24 * hourMilliseconds;

/** A day `index` days after the epoch, open 09–12, with the given completed calls per hour. */
function day(index: number, perHour: number[], closed = 0): DayBucket {
  const start = index * dayMilliseconds;
  const completed = perHour.reduce((sum, calls) => sum + calls, closed);
  return {
    date: `day ${index}`,
    start,
    end: start + dayMilliseconds,
    counts: { ...zeroOutcomes(), completed },
    hours: perHour.map((calls, hour) => ({
      start: start + (9 + hour) * hourMilliseconds,
      end: start + (10 + hour) * hourMilliseconds,
      counts: { ...zeroOutcomes(), completed: calls },
    })),
    closed: { ...zeroOutcomes(), completed: closed },
  };
}

test("leaves a gap for a night and a wider one for days left out", () => {
  const model = timeModel([day(0, [1, 2]), day(1, [3, 4]), day(4, [5, 6])], 0);
  expect(model.unit).toBe("hour");
  expect(model.columns.map(({ slot }) => slot)).toEqual([0, 1, 3, 4, 7.5, 8.5]);
  expect(model.slots).toBe(9.5);
  expect(model.most).toBe(6);
});

test("leaves a gap where a day closes in between", () => {
  const broken = day(0, [1, 0, 2]);
  broken.hours.splice(1, 1);
  expect(timeModel([broken], 0).columns.map(({ slot }) => slot)).toEqual([0, 1.5]);
});

test("stands closed-hours calls after the day's hours, filtering the whole day", () => {
  const model = timeModel([day(0, [1, 2], 5)], 0);
  expect(model.columns.map(({ kind, slot, calls }) => [kind, slot, calls])).toEqual([
    ["hour", 0, 1],
    ["hour", 1, 2],
    ["closed", 2.5, 5],
  ]);
  expect(model.columns[2]).toMatchObject({ start: 0, end: dayMilliseconds });
  expect(model.groups[0]?.calls).toBe(8);
});

test("keeps a bar for a day whose calls were all created in closed hours", () => {
  const model = timeModel([day(0, [], 2)], 0);
  expect(model.columns.map(({ kind, slot }) => [kind, slot])).toEqual([["closed", 0]]);
});

test("marks hours that have not begun", () => {
  const now = 10.5 * hourMilliseconds;
  expect(timeModel([day(0, [1, 2, 0])], now).columns.map(({ ahead }) => ahead)).toEqual([false, false, true]);
});

test("draws days when there are more than eight, or when hours do not tell the whole day", () => {
  const nine = Array.from({ length: 9 }, (_, index) => day(index, [1]));
  expect(timeModel(nine, 0).unit).toBe("day");
  const untold = { ...day(0, []), counts: { ...zeroOutcomes(), busy: 3 } };
  expect(timeModel([untold], 0)).toMatchObject({ unit: "day", outcomes: ["busy"], most: 3 });
});

test("says how much of a day was created in closed hours", () => {
  expect(byDay([day(0, [1, 2], 5)], 0).columns[0]).toMatchObject({ calls: 8, closedCalls: 5 });
});

test("takes today, or else the latest day", () => {
  const days = [day(0, [1]), day(1, [1])];
  expect(latestDay(days, 5)).toBe(days[0]);
  expect(latestDay(days, 9 * dayMilliseconds)).toBe(days[1]);
  expect(latestDay([], 5)).toBeUndefined();
});
