import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { recordBodies } from "./bench/bodies.mjs";
import { buildBench } from "./bench/builds.mjs";
import { machine, report } from "./bench/report.mjs";
import { measurePage } from "./bench/page.mjs";
import { endWithUs, runForJson, start, startProduct, stopAll } from "./bench/programs.mjs";
import { measureViews, readAgain, residentBytes } from "./bench/service.mjs";
import { loadNginx, loadProduct } from "./bench/viewers.mjs";
import { browserFlags, needBrowser } from "./browser.mjs";
import { buildAll, isBuilt } from "./build.mjs";
import { root } from "./run.mjs";

/*
 * `npm run bench`: builds the product, measures both hosts beside the usual idiom (e2e/bench) on the
 * same recorded bodies, and prints one table. `--sizes 1000,100000` leaves sizes out; `--polls` is
 * how many polls of each page are looked at.
 */
const { values } = parseArgs({ options: { sizes: { type: "string", default: "1000,100000,1000000" }, polls: { type: "string", default: "3" } } });
const sizes = values.sizes.split(",").map(Number);
const polls = Number(values.polls);
const directory = join(root, ".cache/bench");
const log = (/** @type {string} */ text) => process.stderr.write(`${text}\n`);

/** @param {{ baseline: string, ingest: string }} built @param {number} calls */
async function measure(built, calls) {
  const name = calls.toLocaleString("en");
  log(`${name} calls: recording ${polls + 1} bodies …`);
  const bodies = await recordBodies(join(directory, "bodies"), calls, polls + 1);
  log(`${name} calls: taking them in …`);
  const ingest = await runForJson(["--expose-gc", "--max-old-space-size=8192", built.ingest, ...bodies.files]);

  const stageArgs = [join(import.meta.dirname, "bench/stage.mjs"), join(directory, "bodies"), join(root, "dist/client"), built.baseline];
  const stage = await start(process.execPath, stageArgs, { patterns: [/Stage on (\S+)\n/] });
  const [origin = ""] = stage.values;
  const step = async (/** @type {"first" | "next"} */ which) => (await fetch(`${origin}/${which}`, { method: "POST" })).json();
  const host = await startHost(origin);
  const patienceMilliseconds = 120_000;
  const browser = await chromium.launch({ executablePath: await needBrowser(), args: browserFlags() });
  endWithUs(() => browser.close());
  const options = { polls, next: () => step("next"), patienceMilliseconds };

  log(`${name} calls: the Node host …`);
  await step("first");
  // Nobody has looked yet: the first page waits for the first reading. The second finds it read.
  const cold = await measurePage(browser, `${host.url}c/acme/big`, { ...options, polls: 0 });
  const node = await measurePage(browser, `${host.url}c/acme/big`, options);
  await host.stop();

  log(`${name} calls: views at the service …`);
  const fresh = await startHost(origin);
  const freshCampaign = `${fresh.url}api/v1/connections/acme/campaigns/big`;
  await step("first");
  await readAgain(freshCampaign);
  await measureViews(freshCampaign, calls);
  await step("next");
  const { slowestMilliseconds } = await readAgain(freshCampaign);
  const views = await measureViews(freshCampaign, calls);
  const rssBytes = residentBytes(fresh.pid);
  await fresh.stop();

  log(`${name} calls: 1,000 viewers …`);
  const pinned = await startHost(origin, 0);
  const pinnedCampaign = `${pinned.url}api/v1/connections/acme/campaigns/big`;
  await readAgain(pinnedCampaign);
  const product = await loadProduct(pinnedCampaign, pinned.pid);
  await pinned.stop();
  const nginx = await loadNginx(join(directory, "nginx"), product.body);

  log(`${name} calls: the browser host …`);
  await step("first");
  const site = await measurePage(browser, `${origin}/site/#/c/acme/big`, options);
  log(`${name} calls: the usual idiom …`);
  await step("first");
  const baseline = await measurePage(browser, `${origin}/baseline/`, options);
  await browser.close();
  await stage.stop();
  return { calls, bodies, ingest, cold, node, site, baseline, views, slowestMilliseconds, rssBytes, product, nginx };
}

/** @param {string} origin @param {number} [core] the only one it may use */
async function startHost(origin, core) {
  const cwd = join(directory, "host");
  mkdirSync(cwd, { recursive: true });
  const acme = { provider: "talkover", label: "Acme", baseUrl: `${origin}/talkover`, token: { env: "ACME_TOKEN" }, deadlineMs: 120_000 };
  writeFileSync(join(cwd, "callboard.config.json"), JSON.stringify({ connections: { acme } }));
  const host = await startProduct(["--port", "0"], { cwd, core, env: { ACME_TOKEN: "talq_demo" }, patterns: [/Callboard listening on (\S+)\n/] });
  return { url: host.values[0] ?? "", pid: host.pid, stop: host.stop };
}

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
  process.on(signal, () => void stopAll().finally(() => process.exit(1)));
}
try {
  if (!isBuilt()) await buildAll("warn");
  const built = await buildBench(directory);
  const results = [];
  for (const calls of sizes) results.push(await measure(built, calls));
  console.log(`${machine()}\n\n${report(results)}`);
} finally {
  await stopAll();
  for (const name of ["bodies", "nginx", "host"]) rmSync(join(directory, name), { recursive: true, force: true });
}
