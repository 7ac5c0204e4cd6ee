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

test("vitest: tests, and files that could not be loaded, each with the first line of why", () => {
  const testResults = [
    { name: "/a.test.ts", status: "passed", assertionResults: [{ status: "passed" }, { status: "passed" }] },
    { name: "/b.test.ts", status: "failed", assertionResults: [{ status: "failed", fullName: "adds up", failureMessages: ["\u001b[31mexpected 2\u001b[39m\nat line 3"] }] },
    { name: "/c.test.ts", status: "failed", message: "No such module", assertionResults: [] },
  ];
  expect(vitestCounts(report({ numPassedTests: 2, numFailedTests: 1, testResults }))).toEqual({
    passed: 2,
    failed: 2,
    names: ["/b.test.ts › adds up: expected 2", "/c.test.ts › could not be loaded: No such module"],
  });
});

test("Playwright: repeated tests that passed in the end, and errors outside of tests", () => {
  const specs = [
    { title: "opens", file: "a.spec.ts", ok: true, tests: [] },
    { title: "closes", file: "a.spec.ts", ok: false, tests: [{ results: [{ errors: [{ message: "Still open" }] }] }] },
  ];
  const suites = [{ specs: [], suites: [{ specs }] }];
  expect(playwrightCounts(report({ stats: { expected: 3, flaky: 1, unexpected: 2, skipped: 9 }, errors: [], suites }))).toEqual({
    passed: 4,
    failed: 2,
    names: ["a.spec.ts › closes: Still open"],
  });
  expect(playwrightCounts(report({ stats: { expected: 0, flaky: 0, unexpected: 0 }, errors: [{ message: "No tests found" }], suites: [] }))).toEqual({
    passed: 0,
    failed: 1,
    names: [" › outside of tests: No tests found"],
  });
});

test("a runner that left no report ran nothing", () => {
  const nothing = { passed: 0, failed: 0, names: [] };
  expect(vitestCounts("/absent")).toEqual(nothing);
  expect(playwrightCounts("/absent")).toEqual(nothing);
});
