import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { asMarkdown, tablesOf } from "./backtest/report.mjs";
import { root } from "./run.mjs";
import { sourceLoader } from "./source-loader.mjs";

/*
 * Estimates of the end against campaigns whose end is known (src/service/testing/backtest): how often the truth lay
 * inside the range, and how far the middle was from it. `--write` puts the figures into docs/eta.md.
 * The spreads in src/campaign/eta/calibration.ts were chosen on seeds 1 and 2: report on others.
 */
const { values } = parseArgs({
  options: {
    campaigns: { type: "string", default: "520" },
    seed: { type: "string", default: "11" },
    write: { type: "boolean", default: false },
  },
});
const [campaigns, seed] = [Number(values.campaigns), Number(values.seed)];
if (![campaigns, seed].every(Number.isSafeInteger) || campaigns < 1) throw new Error("--campaigns and --seed take whole numbers");

const server = await sourceLoader();
const { answersOf, scoreOf, scoresBy } = await server.ssrLoadModule("/src/service/testing/backtest/score.ts");
const { shareHeld } = await server.ssrLoadModule("/src/campaign/eta/calibration.ts");

const began = performance.now();
/** @type {import("../src/service/testing/backtest/score.ts").Answer[]} */
const answers = [];
/** @type {import("../src/service/testing/backtest/score.ts").Deadline[]} */
const deadlines = [];
for (let index = 0; index < campaigns; index += 1) {
  /** @type {ReturnType<typeof import("../src/service/testing/backtest/score.ts")["answersOf"]>} */
  const found = answersOf(seed, index);
  answers.push(...found.answers);
  deadlines.push(...found.deadlines);
  if ((index + 1) % 100 === 0) console.error(`${index + 1} campaigns, ${((performance.now() - began) / 1_000).toFixed(0)} s`);
}
await server.close();

const tables = tablesOf({ answers, deadlines, campaigns, seed, scoreOf, scoresBy });
const text = asMarkdown(tables);
console.log(text);
const all = scoreOf(answers);
if (values.write) {
  const path = join(root, "docs/eta.md");
  const [before, rest] = readFileSync(path, "utf8").split("<!-- backtest -->\n");
  const after = rest?.split("<!-- /backtest -->")[1];
  if (before === undefined || after === undefined) throw new Error("docs/eta.md has no place for the figures");
  writeFileSync(path, `${before}<!-- backtest -->\n${text}\n<!-- /backtest -->${after}`);
}
// What the page says must be what was found, to within what chance does to so many campaigns.
const chance = 2 * Math.sqrt((shareHeld * (1 - shareHeld)) / campaigns);
if (Math.abs(all.inside - shareHeld) > chance) {
  console.error(`The page says that ${shareHeld} of the ranges held; ${all.inside.toFixed(2)} did.`);
  process.exitCode = 1;
}
