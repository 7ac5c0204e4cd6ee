import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { playwrightCounts, vitestCounts } from "./report-counts.mjs";

const directory = mkdtempSync(join(tmpdir(), "callboard-counts-"));
afterAll(() => rmSync(directory, { recursive: true }));

function report(content: unknown): string {
  const path = join(directory, "report.json");
  writeFileSync(path, JSON.stringify(content));
  return path;
}

test("vitest: tests, and files that could not be loaded", () => {
  const testResults = [
    { status: "passed", assertionResults: [{}, {}] },
    { status: "failed", assertionResults: [{}] },
    { status: "failed", assertionResults: [] },
  ];
  expect(vitestCounts(report({ numPassedTests: 2, numFailedTests: 1, testResults }))).toEqual({ passed: 2, failed: 2 });
});

test("Playwright: repeated tests that passed in the end, and errors outside of tests", () => {
  expect(playwrightCounts(report({ stats: { expected: 3, flaky: 1, unexpected: 2, skipped: 9 }, errors: [] }))).toEqual({ passed: 4, failed: 2 });
  expect(playwrightCounts(report({ stats: { expected: 0, flaky: 0, unexpected: 0 }, errors: [{}] }))).toEqual({ passed: 0, failed: 1 });
});

test("a runner that left no report ran nothing", () => {
  expect(vitestCounts("/absent")).toEqual({ passed: 0, failed: 0 });
  expect(playwrightCounts("/absent")).toEqual({ passed: 0, failed: 0 });
});
