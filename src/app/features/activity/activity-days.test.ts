import { expect, test } from "vitest";
import type { CampaignEvent } from "#campaign/history/event.ts";
import { activityDays } from "./activity-days.ts";
import { placeOf } from "./event-place.ts";

const zone = "America/New_York";
const at = Date.parse("2026-10-14T18:05:00Z");
const hour = 3_600_000;

function event(agoHours: number): CampaignEvent {
  return { kind: "schedule_changed", at: at - agoHours * hour, after: at - agoHours * hour - 5_000 };
}

test("lines stand by day in the zone shown, the newest first, gaps among them", () => {
  const gaps = [{ start: at - 5 * hour, end: at - 2 * hour }];
  // 15 h before 14:05 in New York it was 23:05 of the day before; in UTC it was the same day.
  const history = { events: [event(1), event(3), event(15)], gaps };
  const { days, lines } = activityDays(history, zone, 20);
  expect(lines).toBe(4);
  expect(days.map(({ date, lines: of }) => [date, of.map(({ kind }) => kind)])).toEqual([
    ["Wed 14 Oct 2026", ["event", "gap", "event"]],
    ["Tue 13 Oct 2026", ["event"]],
  ]);
  expect(activityDays(history, "UTC", 20).days).toHaveLength(1);
});

test("only the newest are shown at first; how many there are is known", () => {
  const events = Array.from({ length: 45 }, (_, index) => event(index));
  const { days, lines } = activityDays({ events, gaps: [] }, zone, 20);
  expect(lines).toBe(45);
  expect(days.flatMap((day) => day.lines)).toHaveLength(20);
  expect(days[0]?.lines[0]?.at).toBe(at);
});

test("an event leads to the view that shows why, and nowhere where calls have no times", () => {
  const jump: CampaignEvent = { kind: "failure_rate_jumped", from: 0.1, to: 0.4, calls: 50, at, after: at - 5_000 };
  expect(placeOf(jump, true)?.place).toEqual({ panel: "calls", calls: { outcome: ["failed"], since: at - 5_000 - hour, until: at } });
  expect(placeOf(jump, false)).toBeUndefined();
  expect(placeOf({ kind: "file_failed", file: "f", at, after: at }, false)?.place).toEqual({ panel: "files" });
});
