import { existsSync, readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

/**
 * `names`: of the tests that failed, each with the first line of why.
 * @typedef {{ passed: number, failed: number, names: string[] }} Counts
 */

/** @returns {Counts} */
const nothing = () => ({ passed: 0, failed: 0, names: [] });

/**
 * What vitest's JSON report counts. A file that could not be loaded holds no
 * tests, and counts as one that failed.
 * @param {string} path
 * @returns {Counts}
 */
export function vitestCounts(path) {
  const report = readReport(path);
  if (report === undefined) return nothing();
  /** @type {{ name: string, status: string, message: string, assertionResults: { status: string, fullName: string, failureMessages: string[] }[] }[]} */
  const files = report.testResults;
  const unloaded = files.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  const failed = files.flatMap(({ name, assertionResults }) => assertionResults.filter(({ status }) => status === "failed").map((result) => ({ name, ...result })));
  const names = [
    ...failed.map(({ name, fullName, failureMessages }) => named(name, fullName, failureMessages[0])),
    ...unloaded.map(({ name, message }) => named(name, "could not be loaded", message)),
  ];
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length, names };
}

/**
 * What Playwright's JSON report counts. A test that passed only when repeated has passed.
 * @param {string} path
 * @returns {Counts}
 */
export function playwrightCounts(path) {
  const report = readReport(path);
  if (report === undefined) return nothing();
  const { expected, flaky, unexpected } = report.stats;
  const names = [...report.suites.flatMap(failedSpecs), ...report.errors.map((/** @type {Failure} */ error) => named("", "outside of tests", error.message))];
  return { passed: expected + flaky, failed: Math.max(unexpected, report.errors.length), names };
}

/**
 * @typedef {{ message?: string }} Failure
 * @typedef {{ title: string, file: string, ok: boolean, tests: { results: { errors: Failure[] }[] }[] }} Spec
 * @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite
 */

/**
 * @param {Suite} suite
 * @returns {string[]}
 */
function failedSpecs({ specs = [], suites = [] }) {
  const failed = specs.filter(({ ok }) => !ok);
  const names = failed.map(({ title, file, tests }) => named(file, title, tests.flatMap(({ results }) => results).flatMap(({ errors }) => errors)[0]?.message));
  return [...names, ...suites.flatMap(failedSpecs)];
}

/** @param {string} file @param {string} title @param {string | undefined} why */
function named(file, title, why = "") {
  // Colours are for terminals, not for a line that is kept.
  return `${file} › ${title}: ${stripVTControlCharacters(why).split("\n", 1)[0]}`;
}

/** @param {string} path */
function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}
