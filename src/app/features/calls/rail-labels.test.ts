import { expect, it } from "vitest";
import { railLabels } from "./rail-labels.ts";

const sense = { zone: "UTC", now: Date.parse("2026-10-14T15:00:00Z") };
const hour = 3_600_000;

/** Samples one hour apart, newest first. */
const rail = Array.from({ length: 40 }, (_, index) => ({ offset: index * 100, at: sense.now - index * hour - 60_000 }));

it("names days where they begin, going back", () => {
  const labels = railLabels(rail, 4_000, 200, sense);
  expect(labels[0]).toEqual({ fraction: 0, text: "Today" });
  expect(labels.map(({ text }) => text)).toContain("Tue 13");
});

it("adds hours only where there is room", () => {
  const roomy = railLabels(rail, 4_000, 1_200, sense);
  expect(roomy.map(({ text }) => text)).toContain("12:00");
  const tight = railLabels(rail, 4_000, 60, sense);
  expect(tight.every(({ text }) => !text.includes(":"))).toBe(true);
  const places = roomy.map(({ fraction }) => fraction * 1_200);
  for (let index = 1; index < places.length; index += 1) {
    expect((places[index] ?? 0) - (places[index - 1] ?? 0)).toBeGreaterThanOrEqual(20);
  }
});

it("marks an hour where calls before it begin", () => {
  const labels = railLabels(rail, 4_000, 4_000, sense);
  // The sample of 13:59 is the first one before 14:00.
  expect(labels.find(({ text }) => text === "14:00")?.fraction).toBeCloseTo(100 / 3_999);
});

it("names nothing when there is no rail", () => {
  expect(railLabels([], 0, 500, sense)).toEqual([]);
});
