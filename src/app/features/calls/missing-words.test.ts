import { expect, test } from "vitest";
import type { Reports } from "#campaign/reports.ts";
import type { ConnectionInfo } from "#service/api.ts";
import type { CallSight } from "./call-sight.ts";
import { missingWords } from "./missing-words.ts";

const connection: ConnectionInfo = { name: "x", label: "X", provider: { id: "x", name: "Xtel" }, lists: true, demo: false, consoleUrl: undefined };
const all: Reports = {
  calls: true,
  rowsAre: "calls",
  callTimes: true,
  callIds: true,
  numbers: true,
  durations: true,
  recordings: true,
  retries: true,
  inProgress: true,
  files: true,
  statistics: true,
};
const everything: CallSight = { numbers: "full", recordings: true };
const words = (lacking: Partial<Reports>, sight = everything) => missingWords({ reports: { ...all, ...lacking }, connection }, sight);

test("says nothing where nothing is missing", () => {
  expect(words({})).toBeUndefined();
});

test("names what is missing in one sentence", () => {
  expect(words({ numbers: false, retries: false })).toBe("Numbers and retries of calls are not reported by Xtel.");
  expect(words({ callTimes: false })).toBe("Times of calls are not reported by Xtel.");
  expect(words({ callTimes: false, durations: false, numbers: false })).toBe("Numbers, times and durations of calls are not reported by Xtel.");
});

test("does not miss retries where they are counted from the rows of a number", () => {
  expect(words({ retries: false })).toBeUndefined();
});

test("what is reported and hidden from the viewer is told from what is not reported", () => {
  expect(words({}, { numbers: "none", recordings: true })).toBe("Numbers are hidden from you.");
  expect(words({ callTimes: false }, { numbers: "none", recordings: false })).toBe("Times of calls are not reported by Xtel. Numbers and recordings are hidden from you.");
  expect(words({ numbers: false, recordings: false, retries: true }, { numbers: "none", recordings: false })).toBe("Numbers of calls are not reported by Xtel.");
  expect(words({}, { numbers: "masked", recordings: true })).toBeUndefined();
});
