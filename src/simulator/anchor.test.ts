import { expect, test } from "vitest";
import { zoneClock } from "#campaign/zone-clock.ts";
import { anchorOf, zonesAt } from "./anchor.ts";

const quarterHours = Array.from({ length: 4 * 24 }, (_, index) => index * 15);

test.each(["2026-01-17", "2026-04-05", "2026-07-15", "2026-10-25"])(
  "at any time of %s it is working hours here and night away",
  (date) => {
    for (const minutes of quarterHours) {
      const now = Date.parse(`${date}T00:00:00Z`) + minutes * 60_000;
      const { here, away } = zonesAt(anchorOf(now));
      expect(zoneClock(here).local(now).hour).toBeGreaterThanOrEqual(9);
      expect(zoneClock(here).local(now).hour).toBeLessThan(15);
      const night = zoneClock(away).local(now).hour;
      expect(night >= 20 || night < 4).toBe(true);
    }
  },
);

test("moments of the same four hours have the same anchor", () => {
  const anchors = quarterHours.map((minutes) => anchorOf(Date.parse("2026-10-14T02:00:00Z") + minutes * 60_000));
  expect(new Set(anchors).size).toBe(6);
  expect(new Date(anchors[0] ?? 0).toISOString()).toBe("2026-10-14T02:00:00.000Z");
});
