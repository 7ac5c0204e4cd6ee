import { rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { recordBodies } from "./bench/bodies.mjs";
import { buildBench } from "./bench/builds.mjs";
import { campaignBodies, campaignCalls, campaignRows, measureCampaigns } from "./bench/campaigns.mjs";
import { benchDirectory } from "./bench/host.mjs";
import { bodiesDirectory, log, measureSize, startStage } from "./bench/measure.mjs";
import { measureSizing, sizingBodies, sizingCalls, sizingRows } from "./bench/sizing.mjs";
import { stopAll } from "./bench/programs.mjs";
import { machine, report } from "./bench/report.mjs";
import { buildAll, isBuilt } from "./build.mjs";

/*
 * `npm run bench`: builds the product, measures both hosts beside the usual idiom (e2e/bench) on the
 * same recorded bodies, and prints one table. `--sizes 1000,100000` leaves sizes out, `--only
 * scroll,lighthouse` all other parts; `--polls` is how many polls of each page are looked at.
 */
const parts = ["ingest", "pages", "scroll", "lighthouse", "views", "viewers", "campaigns", "sizing"];
/** Whose page Lighthouse looks at, unless it is asked for at other sizes only. */
const lighthouseCalls = 100_000;

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "1000,100000,1000000" },
    only: { type: "string", default: parts.join() },
    polls: { type: "string", default: "3" },
  },
});
const sizes = values.sizes.split(",").map(Number);
const only = values.only.split(",");
const polls = Number(values.polls);
const mistakes = [
  ...only.filter((part) => !parts.includes(part)).map((part) => `--only knows ${parts.join(", ")}, not "${part}".`),
  ...sizes.filter((calls) => !Number.isInteger(calls) || calls < 1).map(() => `--sizes takes numbers of calls with commas between, not "${values.sizes}".`),
  ...(Number.isInteger(polls) && polls > 0 ? [] : [`--polls takes a number above 0, not "${values.polls}".`]),
];
if (mistakes.length > 0) {
  log([...new Set(mistakes)].join("\n"));
  process.exit(2);
}

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
  process.on(signal, () => void stopAll().finally(() => process.exit(1)));
}
try {
  if (!isBuilt()) await buildAll("warn");
  const built = await buildBench(benchDirectory);
  const results = [];
  const lit = sizes.includes(lighthouseCalls) ? lighthouseCalls : sizes.at(-1);
  if (only.some((part) => part !== "campaigns" && part !== "sizing")) {
    for (const calls of sizes) {
      const wants = (/** @type {string} */ part) => only.includes(part) && (part !== "lighthouse" || calls === lit);
      results.push(await measureSize(built, calls, { polls, wants }));
    }
  }
  const others = [
    ...(only.includes("campaigns") ? campaignRows(await manyCampaigns(built)) : []),
    ...(only.includes("sizing") ? sizingRows(await sizing(built)) : []),
  ];
  console.log(`${machine()}\n\n${report(results, others)}`);
} finally {
  await stopAll();
  for (const name of ["bodies", "nginx", "host"]) rmSync(join(benchDirectory, name), { recursive: true, force: true });
}

/** @param {import("./bench/measure.mjs").Built} built */
async function sizing(built) {
  log("sizes of hosts: recording bodies …");
  await recordBodies(bodiesDirectory, sizingCalls, sizingBodies);
  const stage = await startStage(built);
  log("sizes of hosts: polling …");
  const sizings = await measureSizing(stage.origin);
  await stage.stop();
  return sizings;
}

/** @param {import("./bench/measure.mjs").Built} built */
async function manyCampaigns(built) {
  log("many campaigns: recording bodies …");
  await recordBodies(bodiesDirectory, campaignCalls, campaignBodies);
  const stage = await startStage(built);
  log("many campaigns: polling …");
  const many = await measureCampaigns(stage.origin);
  await stage.stop();
  return many;
}
