import { expect, it } from "vitest";
import { railLabels } from "./rail-labels.ts";

const sense = { zone: "UTC", now: Date.parse("2026-11-02T15:00:00Z") };
const hour = 3_600_000;

/** Marks five hours apart, newest first: 14:59, 09:59, 04:59, 23:59 the day before, … */
const rail = Array.from({ length: 12 }, (_, index) => ({ offset: index * 100, at: sense.now - index * 5 * hour - 60_000 }));

it("names a day where it is another than above, else the clock", () => {
  const labels = railLabels(rail, 1_200, 1_000, sense);
  expect(labels.map(({ text }) => text).slice(0, 5)).toEqual(["Today", "09:59", "04:59", "1 Nov", "18:59"]);
  expect(labels.map(({ text }) => text)).toContain("Sat 31");
  expect(labels[1]?.fraction).toBeCloseTo(100 / 1_199);
});

it("leaves out what would stand on another", () => {
  const places = railLabels(rail, 1_200, 100, sense).map(({ fraction }) => fraction * 100);
  expect(places.length).toBeLessThan(rail.length);
  for (let index = 1; index < places.length; index += 1) {
    expect((places[index] ?? 0) - (places[index - 1] ?? 0)).toBeGreaterThanOrEqual(20);
  }
});

it("names nothing when there is no rail", () => {
  expect(railLabels([], 0, 500, sense)).toEqual([]);
});
