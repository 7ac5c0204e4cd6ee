import { expect, test } from "vitest";
import { notReported, reported } from "#campaign/reported.ts";
import { callingHoursOf, callingHoursText } from "./schedule.ts";
import { WireCallingHours } from "./wire.ts";

type Fields = Record<string, unknown>;

function hoursOf(fields: Fields) {
  return callingHoursOf(WireCallingHours.parse({ frequency: "WEEKLY", timezone: "Asia/Kolkata", ...fields }));
}

const nineToSix = { start: "9:00 AM", end: "6:00 PM" };

test("each named day has its own window, in the order of the week", () => {
  const days = [
    { ...nineToSix, day: "WE" },
    { start: "10:30 AM", end: "1:05 PM", day: "mo" },
    { start: "8:00 PM", end: "2:00 AM", day: "SU" },
  ];
  expect(hoursOf({ days })).toEqual(
    reported(
      {
        timeZone: "Asia/Kolkata",
        windows: [
          { weekday: 1, start: "10:30", end: "13:05" },
          { weekday: 3, start: "09:00", end: "18:00" },
          { weekday: 7, start: "20:00", end: "02:00" },
        ],
      },
      "dialingStrategy.callingHours",
    ),
  );
});

test("the seven documented days are the seven weekdays", () => {
  const hours = hoursOf({ days: ["MO", "TU", "WE", "TH", "FR", "SA", "SU"].map((day) => ({ ...nineToSix, day })) });
  expect(hours.reported && hours.value.windows.map(({ weekday }) => weekday)).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test("a day may have several windows", () => {
  const days = [{ day: "FR", start: "9:00 AM", end: "12:00 PM" }, { day: "FR", start: "2:00 PM", end: "5:00 PM" }];
  expect(hoursOf({ days })).toMatchObject({
    value: { windows: [{ weekday: 5, start: "09:00", end: "12:00" }, { weekday: 5, start: "14:00", end: "17:00" }] },
  });
});

test("a daily entry without a day holds for all seven; with one, for that day", () => {
  const hours = hoursOf({ frequency: "DAILY", days: [nineToSix] });
  expect(hours.reported && hours.value.windows).toEqual(
    [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: "09:00", end: "18:00" })),
  );
  expect(hoursOf({ frequency: "DAILY", days: [{ ...nineToSix, day: "SA" }] })).toMatchObject({
    value: { windows: [{ weekday: 6 }] },
  });
});

test.each([["WEEKLY"], ["CUSTOM"], ["weekly"], [" DAILY "]])("frequency %j is read by its named days", (frequency) => {
  expect(hoursOf({ frequency, days: [{ ...nineToSix, day: "TU" }] })).toMatchObject({
    value: { windows: [{ weekday: 2, start: "09:00", end: "18:00" }] },
  });
});

test.each([
  ["12:00 AM", "12:00 PM", "00:00", "12:00"],
  ["12:30 AM", "12:30 PM", "00:30", "12:30"],
  ["12:00 PM", "12:00 AM", "12:00", "24:00"],
  ["12:00 AM", "12:00 AM", "00:00", "24:00"],
  ["1:00 am", "11:59 pm", "01:00", "23:59"],
  ["09:00AM", "06:00PM", "09:00", "18:00"],
  ["9 AM", "6 PM", "09:00", "18:00"],
  ["09:00", "17:30", "09:00", "17:30"],
  ["9:05", "23:00", "09:05", "23:00"],
  ["00:00", "24:00", "00:00", "24:00"],
  ["00:00", "00:00", "00:00", "24:00"],
])("from %s to %s is %s to %s", (start, end, from, to) => {
  expect(hoursOf({ days: [{ day: "MO", start, end }] })).toMatchObject({
    value: { windows: [{ weekday: 1, start: from, end: to }] },
  });
});

const monday = [{ ...nineToSix, day: "MO" }];

test.each<Fields>([
  {},
  { days: [] },
  { days: null },
  { days: "MO" },
  { days: ["MO"] },
  { days: monday, timezone: null },
  { days: monday, timezone: " " },
  { days: monday, frequency: null },
  { days: monday, frequency: "MONTHLY" },
  { days: [nineToSix] },
  { days: [nineToSix], frequency: "CUSTOM" },
  { days: [...monday, { ...nineToSix, day: "XX" }] },
  { days: [...monday, { ...nineToSix, day: "constructor" }] },
  { days: [{ day: "MO", start: "9:00 AM" }] },
  { days: [{ day: "MO", start: null, end: "6:00 PM" }] },
  { days: [{ day: "MO", start: "0:00 AM", end: "6:00 PM" }] },
  { days: [{ day: "MO", start: "13:00 PM", end: "6:00 PM" }] },
  { days: [{ day: "MO", start: "9:60 AM", end: "6:00 PM" }] },
  { days: [{ day: "MO", start: "24:00", end: "6:00 PM" }] },
  { days: [{ day: "MO", start: "9", end: "18" }] },
  { days: [{ day: "MO", start: "09:00", end: "24:30" }] },
  { days: [{ day: "MO", start: "morning", end: "evening" }] },
])("%j is no schedule to rely on", (fields) => {
  expect(hoursOf(fields)).toEqual(notReported);
});

test("a zone nobody knows still arrives: whether it is known is told later", () => {
  expect(hoursOf({ timezone: "Mars/Olympus", days: monday })).toMatchObject({ value: { timeZone: "Mars/Olympus" } });
});

test("hours that cannot be read are told in their own words", () => {
  const text = (fields: unknown) => callingHoursText(WireCallingHours.parse(fields));
  expect(text({ frequency: "CUSTOM", timezone: "Asia/Kolkata", days: [{ day: "MO", start: "dawn", end: "dusk" }, { start: "9:00 AM" }] })).toBe(
    "CUSTOM; Asia/Kolkata; MO dawn – dusk; 9:00 AM",
  );
  expect(text({ frequency: "MONTHLY" })).toBe("MONTHLY");
  expect(text({ days: [{}], timezone: " " })).toBeUndefined();
  expect(callingHoursText(undefined)).toBeUndefined();
});
