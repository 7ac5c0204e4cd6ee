import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { needBrowser } from "./browser.mjs";
import { needNginx } from "./nginx.mjs";
import { needPostgres } from "./postgres.mjs";
import { playwrightCounts, vitestCounts } from "./report-counts.mjs";
import { root, run, runTool } from "./run.mjs";

/*
 * Everything: the gate, which builds, the tests beside the code, the browser. Ends
 * with what the runners counted, and with 1 where anything failed or nothing ran.
 */
const reports = join(root, ".cache/test-reports");
const unit = join(reports, "vitest.json");
const browser = join(reports, "playwright.json");
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

/** @param {string} name @param {string[]} rest */
const script = (name, ...rest) => run(process.execPath, [join(import.meta.dirname, name), ...rest], { show: true });

/** Steps in order. A failed gate ends it; a failed test does not keep the other runner from counting. */
async function runAll() {
  if ((await script("check.mjs")).code !== 0) return false;
  await needPostgres();
  await needNginx();
  const vitest = await runTool("vitest", ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${unit}`], { show: true });
  const env = { ...process.env, CALLBOARD_CHROMIUM: await needBrowser(), PLAYWRIGHT_JSON_OUTPUT_FILE: browser };
  const playwright = await runTool("playwright", ["test", "--reporter=list,json"], { show: true, env });
  return vitest.code === 0 && playwright.code === 0;
}

const well = await runAll();
const counts = [vitestCounts(unit), playwrightCounts(browser)];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
// Once more at the end: what the runners said of them is thousands of lines above.
for (const name of counts.flatMap(({ names }) => names)) console.log(`FAILED ${name.replace(`${root}/`, "")}`);
if (counts.some((count) => count.passed + count.failed === 0)) console.log("\nNot every runner ran a test.");
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = well && failed === 0 && counts.every((count) => count.passed > 0) ? 0 : 1;
