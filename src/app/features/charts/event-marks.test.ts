import { expect, test } from "vitest";
import type { CampaignEvent } from "#campaign/history/event.ts";
import { zeroOutcomes } from "#campaign/outcome.ts";
import type { DayBucket } from "#service/api.ts";
import { type EventMark, eventMarks, placeMarks, slotAt } from "./event-marks.ts";
import { byDay, timeModel } from "./time-model.ts";

const hour = 3_600_000;
const midnight = Date.parse("2026-10-14T04:00:00Z");
const noCounts = zeroOutcomes();

/** A day that calls from 09:00 to 12:00 and from 13:00 to 15:00. */
function day(index: number): DayBucket {
  const start = midnight + index * 24 * hour;
  const hours = [9, 10, 11, 13, 14].map((at) => ({ start: start + at * hour, end: start + (at + 1) * hour, counts: noCounts }));
  return { start, end: start + 24 * hour, date: `day ${index}`, counts: noCounts, hours, closed: noCounts };
}

const model = timeModel([day(0), day(1)], midnight + 40 * hour);

test("a moment stands within its bar, or at the edge of the open hours next to it on its day", () => {
  expect(slotAt(model, midnight + 9.25 * hour)).toBe(0.25);
  expect(slotAt(model, midnight + 8 * hour)).toBe(0);
  expect(slotAt(model, midnight + 12.5 * hour)).toBe(3);
  expect(slotAt(model, midnight + 13.5 * hour)).toBe(4);
  expect(slotAt(model, midnight + 20 * hour)).toBe(5.5);
  expect(slotAt(model, midnight + 33 * hour)).toBe(model.groups[1]?.firstSlot);
  expect(slotAt(model, midnight - 1)).toBeUndefined();
  expect(slotAt(model, midnight + 48 * hour)).toBeUndefined();
  expect(slotAt(byDay([day(0), day(1)], midnight), midnight + 30 * hour)).toBe(1.5);
});

const mark = (hours: number, label = "Paused 14:05"): EventMark => ({ key: String(hours), at: midnight + hours * hour, label, clock: "14:05", says: "" });
const xOf = (slot: number) => 40 + slot * 100;

test("the newest three are kept, of the days drawn, from left to right", () => {
  const placed = placeMarks([mark(60), mark(38), mark(34), mark(14), mark(10), mark(9)], model, xOf, 1200);
  expect(placed.map(({ key }) => key)).toEqual(["14", "34", "38"]);
});

test("marks that would cover each other are one, which reads them all, the newest first", () => {
  const close = { ...mark(38.9), says: "older" };
  const [one, ...others] = placeMarks([{ ...mark(39), says: "newer" }, close], model, xOf, 1300);
  expect(others).toEqual([]);
  expect(one).toMatchObject({ x: 1240, label: "Paused 14:05 +1", says: ["newer", "older"] });
});

test("a label stands where there is room, the newest first", () => {
  const sides = (marks: EventMark[], rightEdge: number) => placeMarks(marks, model, xOf, rightEdge).map(({ key, side }) => [key, side]);
  expect(sides([mark(39)], 1400)).toEqual([["39", "right"]]);
  expect(sides([mark(39)], 1240)).toEqual([["39", "left"]]);
  expect(sides([mark(39, "Failures 4.7 % → 31 % 15:00"), mark(38.7)], 1240)).toEqual([["38.7", "left"], ["39", "none"]]);
  expect(sides([mark(39), mark(37.5)], 1240)).toEqual([["37.5", "left"], ["39", "left"]]);
});

test("where its name has no room beside others, a mark says its time", () => {
  const placed = placeMarks([mark(39, "Failures 4.7 % → 31 % 15:00"), mark(38.5)], model, xOf, 1240);
  expect(placed.map(({ label, side }) => [label, side])).toEqual([["Paused 14:05", "left"], ["14:05", "left"]]);
});

test("a mark reads its event whole, with its day; what ends a state is not marked", () => {
  const at = midnight + 14 * hour + 300_000;
  const events: CampaignEvent[] = [
    { kind: "moves_again", since: at - hour, at: at + 1, after: at },
    { kind: "file_failed", file: "f", read: 3, records: 8, at, after: at - 5_000 },
    { kind: "schedule_changed", at: at - hour, after: at - 3 * hour },
  ];
  const nameOf = () => "a-very-long-name-of-a-contact-file.csv";
  expect(eventMarks(events, { zone: "America/New_York", providerName: "Talkover", nameOf }).map(({ label, says }) => [label, says])).toEqual([
    ["a-very-long-name-of-a-conta… 14:05", "Wed 14 Oct 14:05: File a-very-long-name-of-a-contact-file.csv failed at 3 of 8 records."],
    ["Hours changed 13:05", "Wed 14 Oct between 11:05 and 13:05, as nobody watched: Calling hours, time zone or dates were changed."],
  ]);
});
