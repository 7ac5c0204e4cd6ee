import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import { root, runTool } from "../run.mjs";
import { sourceFiles } from "../source-files.mjs";

/** @typedef {{ file: string, title: string, browser: boolean }} NamedTest */

const tag = /\[(?:fault|threat): /;

/**
 * Every test that carries a tag, as the runners themselves list it: those that are skipped or do not
 * load are not among them. `unlisted`: files that hold a tag of which no listed test came.
 * @returns {Promise<{ tests: NamedTest[], unlisted: string[] }>}
 */
export async function namedTests() {
  const { files, unused } = taggedFiles();
  const unit = files.length === 0 ? [] : await vitestList(files);
  const browser = await playwrightList();
  const tests = [...unit, ...browser].filter(({ title }) => tag.test(title));
  const listed = new Set(tests.map(({ file }) => file));
  const written = sourceFiles(root, "e2e", /\.spec\.ts$/).filter((file) => tag.test(readFileSync(join(root, file), "utf8")));
  return { tests, unlisted: [...files, ...written].filter((file) => !listed.has(file)).concat(unused) };
}

/** Test files that hold a tag, or play a suite that holds one: listing all of them takes a minute. */
function taggedFiles() {
  const sources = [...sourceFiles(root, "src", /\.tsx?$/), ...sourceFiles(root, "scripts", /\.test\.ts$/)].map((file) => ({ file, text: readFileSync(join(root, file), "utf8") }));
  const isTest = (/** @type {string} */ file) => /\.test\.tsx?$/.test(file);
  const suites = sources.filter(({ file, text }) => !isTest(file) && tag.test(text)).map(({ file }) => file);
  const plays = (/** @type {string} */ text, /** @type {string} */ suite) => text.includes(`/${basename(suite)}"`);
  const files = sources.filter(({ file, text }) => isTest(file) && (tag.test(text) || suites.some((suite) => plays(text, suite)))).map(({ file }) => file);
  const unused = suites.filter((suite) => !sources.some(({ file, text }) => isTest(file) && plays(text, suite)));
  return { files, unused };
}

/** @param {string[]} files @returns {Promise<NamedTest[]>} */
async function vitestList(files) {
  const directory = mkdtempSync(join(tmpdir(), "callboard-defences-"));
  const path = join(directory, "tests.json");
  const { code, output } = await runTool("vitest", ["list", ...files, `--json=${path}`]);
  if (code !== 0) throw new Error(`vitest could not list its tests:\n${output}`);
  /** @type {{ name: string, file: string }[]} */
  const listed = JSON.parse(readFileSync(path, "utf8"));
  rmSync(directory, { recursive: true });
  return listed.map(({ name, file }) => ({ file: relative(root, file), title: name, browser: false }));
}

/** @typedef {{ title: string, file: string, specs?: { title: string, tests: { expectedStatus: string }[] }[], suites?: Suite[] }} Suite */

/** @returns {Promise<NamedTest[]>} */
async function playwrightList() {
  const { code, stdout, output } = await runTool("playwright", ["test", "--list", "--reporter=json"]);
  if (code !== 0) throw new Error(`Playwright could not list its tests:\n${output}`);
  /** @type {{ suites: Suite[] }} */
  const report = JSON.parse(stdout);
  /** @param {Suite} suite @param {string[]} outer @returns {NamedTest[]} */
  const within = (suite, outer) => [
    ...(suite.specs ?? [])
      .filter(({ tests }) => tests.every(({ expectedStatus }) => expectedStatus === "passed"))
      .map(({ title }) => ({ file: `e2e/${suite.file}`, title: [...outer, title].join(" > "), browser: true })),
    ...(suite.suites ?? []).flatMap((inner) => within(inner, [...outer, inner.title])),
  ];
  return report.suites.flatMap((file) => within(file, []));
}
