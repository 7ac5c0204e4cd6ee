import { boundaries } from "./boundaries.mjs";
import { buildAll, isBuilt } from "./build.mjs";
import { bundleBudgets } from "./bundle-budgets.mjs";
import { defences } from "./defences.mjs";
import { sourceBudgets } from "./source-budgets.mjs";
import { supplyChain } from "./supply-chain.mjs";
import { root, runTool } from "./run.mjs";
import { sourceFiles } from "./source-files.mjs";

/**
 * The one gate: types, lint, boundaries, unused code, file sizes, and what the built page weighs. Each step ends
 * in a line, and a failed one in the command that mends it or shows more. A step
 * that saw fewer files than there are has failed.
 *
 * @typedef {{ well: boolean, seen: string, said: string, mend: string }} Result
 */
const projects = ["pure", "service", "app", "node"];
const files = sourceFiles(root, "src");

/** @returns {Promise<Result>} */
async function types() {
  const runs = await Promise.all(projects.map((name) => runTool("tsc", ["-p", `tsconfig.${name}.json`, "--listFiles", "--pretty", "false"])));
  const lines = runs.flatMap(({ output }) => output.split("\n"));
  const seen = new Set(lines.map((line) => line.replace(`${root}/`, "")));
  const unseen = files.filter((file) => !seen.has(file));
  const errors = lines.filter((line) => line !== "" && !line.startsWith("/"));
  const failed = projects.filter((_, index) => runs[index]?.code !== 0);
  return {
    well: failed.length === 0 && unseen.length === 0,
    seen: `${files.length - unseen.length} of ${files.length} files`,
    said: [...errors, ...unseen.map((file) => `${file} is in no tsconfig.*.json`)].join("\n"),
    mend: failed.map((name) => `npx tsc -p tsconfig.${name}.json`).join(" && ") || "add the files to a tsconfig.*.json",
  };
}

/** @returns {Promise<Result>} */
async function lint() {
  const { code, output } = await runTool("oxlint", []);
  const count = Number(/on (\d+) files/.exec(output)?.[1] ?? 0);
  return { well: code === 0 && count >= files.length, seen: `${count} files`, said: output.trim(), mend: "npx oxlint --fix" };
}

/** @returns {Promise<Result>} */
async function rooms() {
  const { violations, unseen, seen } = await boundaries(root);
  return {
    well: violations.length === 0 && unseen.length === 0 && seen > 0,
    seen: `${seen} of ${files.length} files`,
    said: [...violations, ...unseen.map((file) => `${file} was not looked at`)].join("\n"),
    mend: "import through a room that may (CONTRIBUTING.md), or list a new folder in .dependency-cruiser.mjs",
  };
}

/** @returns {Promise<Result>} */
async function unused() {
  const { code, output } = await runTool("knip", ["--reporter", "symbols", "--reporter", "./scripts/knip-counts.mjs", "--treat-config-hints-as-errors"]);
  const count = Number(/knip looked at (\d+) files/.exec(output)?.[1] ?? 0);
  return { well: code === 0 && count >= files.length, seen: `${count} files`, said: output.trim(), mend: "npx knip --fix, and delete the files it names" };
}

/** @returns {Promise<Result>} */
async function sizes() {
  const { problems, seen } = sourceBudgets(root);
  return { well: problems.length === 0, seen, said: problems.join("\n"), mend: "split the longest files along what they do" };
}

/** @returns {Promise<Result>} */
async function defended() {
  const { said, isCurrent, seen } = await defences();
  const late = isCurrent ? [] : ["docs/defences.md is not what the tests say."];
  return { well: said.length === 0 && isCurrent, seen, said: [...said, ...late].join("\n"), mend: "npm run defences, and commit docs/defences.md; rows stand in scripts/defences/rows.mjs" };
}

/** @returns {Promise<Result>} */
async function supply() {
  const { problems, seen } = await supplyChain(root);
  return { well: problems.length === 0, seen, said: problems.join("\n"), mend: "npm audit, and npm ci from a lockfile that npm wrote" };
}

/** @returns {Promise<Result>} */
async function weight() {
  if (!isBuilt()) await buildAll("warn");
  const { problems, seen } = bundleBudgets(root);
  return { well: problems.length === 0, seen, said: problems.join("\n"), mend: "load what comes after the header with import(), or find what grew" };
}

const steps = { Types: types, Lint: lint, Boundaries: rooms, "Unused code": unused, "File sizes": sizes, Defences: defended, "Supply chain": supply, "Weight of the page": weight };
let failed = 0;
for (const [name, step] of Object.entries(steps)) {
  const { well, seen, said, mend } = await step();
  console.log(`${well ? "✓" : "✗"} ${name} (${seen})`);
  if (well) continue;
  failed += 1;
  console.log(`${said}\n  To mend: ${mend}\n`);
}
process.exitCode = failed === 0 ? 0 : 1;
