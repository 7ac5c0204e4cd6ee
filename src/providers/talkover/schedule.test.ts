import { expect, test } from "vitest";
import { notReported, reported } from "#campaign/reported.ts";
import { callingHoursOf, dateOf } from "./schedule.ts";
import { WireCampaign } from "./wire.ts";

function hoursOf(fields: Record<string, unknown>) {
  return callingHoursOf(
    WireCampaign.parse({ id: "c", name: "n", status: "active", timezone: "Europe/Berlin", ...fields }),
  );
}

const oneRange = { earliest_call_time: "09:00:00", latest_call_time: "17:00:00" };

test("earliest and latest time make one window on each day", () => {
  expect(hoursOf({ days_of_week: [1, 7], ...oneRange })).toEqual(
    reported(
      {
        timeZone: "Europe/Berlin",
        windows: [
          { weekday: 1, start: "09:00", end: "17:00" },
          { weekday: 7, start: "09:00", end: "17:00" },
        ],
      },
      "days_of_week, earliest_call_time, latest_call_time, timezone",
    ),
  );
});

test("call_time_ranges make several windows a day, and count where both forms arrive", () => {
  const call_time_ranges = [
    { start: "09:00", end: "12:00" },
    { start: "13:30", end: "24:00" },
  ];
  expect(hoursOf({ days_of_week: [2], call_time_ranges, ...oneRange })).toEqual(
    reported(
      {
        timeZone: "Europe/Berlin",
        windows: [
          { weekday: 2, start: "09:00", end: "12:00" },
          { weekday: 2, start: "13:30", end: "24:00" },
        ],
      },
      "days_of_week, call_time_ranges, timezone",
    ),
  );
});

test("empty ranges leave earliest and latest time to count", () => {
  expect(hoursOf({ days_of_week: [2], call_time_ranges: [], ...oneRange })).toMatchObject({
    value: { windows: [{ weekday: 2, start: "09:00", end: "17:00" }] },
  });
});

test.each([
  ["9:05", "17:00", "09:05", "17:00"],
  ["00:00:00", "23:59:59", "00:00", "24:00"],
  ["08:00:30", "17:00:30.250000", "08:00", "17:01"],
  ["22:00", "06:00", "22:00", "06:00"],
  ["00:00", "23:59", "00:00", "23:59"],
])("from %s to %s is %s to %s", (earliest_call_time, latest_call_time, start, end) => {
  expect(hoursOf({ days_of_week: [3], earliest_call_time, latest_call_time })).toMatchObject({
    value: { windows: [{ weekday: 3, start, end }] },
  });
});

test("days are in order, once, and may be spelled as texts", () => {
  const hours = hoursOf({ days_of_week: ["5", 1, 5], ...oneRange });
  expect(hours.reported && hours.value.windows.map(({ weekday }) => weekday)).toEqual([1, 5]);
});

test.each([
  [{ ...oneRange }],
  [{ days_of_week: [], ...oneRange }],
  [{ days_of_week: [0, 1], ...oneRange }],
  [{ days_of_week: [1, 8], ...oneRange }],
  [{ days_of_week: ["Mon"], ...oneRange }],
  [{ days_of_week: [1] }],
  [{ days_of_week: [1], earliest_call_time: "09:00" }],
  [{ days_of_week: [1], earliest_call_time: "9 AM", latest_call_time: "5 PM" }],
  [{ days_of_week: [1], earliest_call_time: "24:00", latest_call_time: "05:00" }],
  [{ days_of_week: [1], earliest_call_time: "09:00", latest_call_time: "24:01" }],
  [{ days_of_week: [1], earliest_call_time: "09:00", latest_call_time: "25:00" }],
  [{ days_of_week: [1], call_time_ranges: [{ start: "09:00", end: "12:00" }, { start: "13:00", end: "?" }] }],
  [{ days_of_week: [1], timezone: "", ...oneRange }],
  [{ days_of_week: [1], timezone: null, ...oneRange }],
])("%j is no schedule to rely on", (fields) => {
  expect(hoursOf(fields)).toEqual(notReported);
});

test("a zone nobody knows still arrives: whether it is known is told later", () => {
  expect(hoursOf({ days_of_week: [1], timezone: "Mars/Olympus", ...oneRange })).toMatchObject({
    value: { timeZone: "Mars/Olympus" },
  });
});

test.each([
  ["2024-01-31", "2024-01-31"],
  ["2024-01-31T00:00:00Z", "2024-01-31"],
  ["2024-01-31T00:00:00.000000Z", "2024-01-31"],
  ["2024-01-31T08:00:00Z", undefined],
  ["2024-02-31", undefined],
  ["31.01.2024", undefined],
  ["", undefined],
  [null, undefined],
  [undefined, undefined],
])("the date in %j is %j", (text, date) => {
  expect(dateOf(text)).toBe(date);
});
