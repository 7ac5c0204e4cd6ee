import { expect, test } from "vitest";
import type { Reports } from "#campaign/reports.ts";
import type { ConnectionInfo } from "#service/api.ts";
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
const words = (lacking: Partial<Reports>) => missingWords({ reports: { ...all, ...lacking }, connection });

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
