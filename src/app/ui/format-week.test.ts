import { expect, test } from "vitest";
import { formatWeek, stretchesOf, weeklyHours } from "./format-week.ts";

const on = (weekdays: number[], start: string, end: string) => weekdays.map((weekday) => ({ weekday, start, end }));

test("days with the same hours are told together", () => {
  expect(formatWeek(on([1, 2, 3, 4, 5], "09:00", "17:00"))).toBe("Mon–Fri 09:00–17:00");
  expect(formatWeek([...on([1, 3], "13:00", "17:00"), ...on([1, 3], "09:00", "12:00"), ...on([6], "10:00", "14:00")])).toBe(
    "Mon, Wed 09:00–12:00 and 13:00–17:00; Sat 10:00–14:00",
  );
  expect(formatWeek(on([7], "00:00", "24:00"))).toBe("Sun all day");
  expect(formatWeek([])).toBe("never");
});

test("a window over midnight is drawn on both days, the last day's on the first", () => {
  expect(stretchesOf(on([7], "22:00", "02:00"))).toEqual([
    { weekday: 7, from: 1320, to: 1440 },
    { weekday: 1, from: 0, to: 120 },
  ]);
  expect(weeklyHours(on([7], "22:00", "02:00"))).toBe(4);
  expect(weeklyHours(on([1], "20:00", "00:00"))).toBe(4);
});
