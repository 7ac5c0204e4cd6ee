import { expect, it } from "vitest";
import { inputOf, instantOf, startOfDay } from "./zone-input.ts";

const newYork = "America/New_York";
const at = (text: string) => Date.parse(text);

it("shows and reads an instant on the clocks of a zone", () => {
  expect(inputOf(at("2026-10-14T18:46:30Z"), newYork)).toBe("2026-10-14T14:46");
  expect(instantOf("2026-10-14T14:46", newYork)).toBe(at("2026-10-14T18:46:00Z"));
  expect(instantOf("2026-10-14T14:46", "Asia/Kolkata")).toBe(at("2026-10-14T09:16:00Z"));
});

it("is right on both sides of a change of clocks", () => {
  expect(instantOf("2026-11-01T00:30", newYork)).toBe(at("2026-11-01T04:30:00Z"));
  expect(instantOf("2026-11-01T03:30", newYork)).toBe(at("2026-11-01T08:30:00Z"));
  expect(instantOf("2026-03-08T23:00", newYork)).toBe(at("2026-03-09T03:00:00Z"));
});

it("reads nothing from an unfinished input", () => {
  expect(instantOf("", newYork)).toBeUndefined();
});

it("finds midnight, on days of 23 and 25 hours too", () => {
  expect(startOfDay(at("2026-10-14T18:46:30Z"), newYork)).toBe(at("2026-10-14T04:00:00Z"));
  expect(startOfDay(at("2026-11-01T22:00:00Z"), newYork)).toBe(at("2026-11-01T04:00:00Z"));
  expect(startOfDay(at("2026-03-08T22:00:00Z"), newYork)).toBe(at("2026-03-08T05:00:00Z"));
});
