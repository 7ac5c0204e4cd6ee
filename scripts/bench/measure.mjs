import { join } from "node:path";
import { chromium } from "@playwright/test";
import { browserFlags, needBrowser } from "../browser.mjs";
import { root } from "../run.mjs";
import { recordBodies } from "./bodies.mjs";
import { benchDirectory, campaignAt, startHost } from "./host.mjs";
import { measureLighthouse } from "./lighthouse.mjs";
import { measurePage } from "./page.mjs";
import { endWithUs, runForJson, start } from "./programs.mjs";
import { measureScroll } from "./scroll.mjs";
import { measureViews, readAgain, residentBytes } from "./service.mjs";
import { loadNginx, loadProduct } from "./viewers.mjs";

/** @typedef {import("./page.mjs").PageResult} PageResult */
/** @typedef {import("./viewers.mjs").Throughput} Throughput */
/** @typedef {{ whole: Throughput, unchanged: Throughput }} Load */
/**
 * @typedef {object} Result what was measured at one size; parts that were left out are absent
 * @property {number} calls
 * @property {{ bytes: number, gzipBytes: number }} bodies
 * @property {{ parseMilliseconds: number, parseAgainMilliseconds: number, decodeAndParseMilliseconds: number, firstMilliseconds: number, againMilliseconds: number, bytesPerCall: number }} [ingest]
 * @property {{ cold: PageResult, node: PageResult, site: PageResult, baseline: PageResult }} [pages]
 * @property {{ latencies: Record<"filter" | "sort" | "search", import("./service.mjs").Latency>, slowestMilliseconds: number, rssBytes: number }} [views]
 * @property {{ product: Load, nginx: Load | undefined }} [load]
 * @property {Awaited<ReturnType<typeof measureScroll>>} [scrolled]
 * @property {import("./lighthouse.mjs").Lights} [lights]
 */
/** @typedef {{ baseline: string, ingest: string }} Built */

export const bodiesDirectory = join(benchDirectory, "bodies");
const patienceMilliseconds = 120_000;
/** Taking in changed bodies is timed on three at least. */
const leastBodies = 4;
export const log = (/** @type {string} */ text) => process.stderr.write(`${text}\n`);

/** The recorded bodies and the pages, served. @param {Built} built */
export async function startStage(built) {
  const args = [join(import.meta.dirname, "stage.mjs"), bodiesDirectory, join(root, "dist/client"), built.baseline];
  const { values, stop } = await start(process.execPath, args, { patterns: [/Stage on (\S+)\n/] });
  return { origin: values[0] ?? "", stop };
}

async function openBrowser() {
  const browser = await chromium.launch({ executablePath: await needBrowser(), args: browserFlags() });
  endWithUs(() => browser.close());
  return browser;
}

/**
 * Measures at one size what is wanted.
 * @param {Built} built
 * @param {number} calls
 * @param {{ polls: number, wants: (part: "ingest" | "pages" | "views" | "viewers" | "scroll" | "lighthouse") => boolean }} options
 * @returns {Promise<Result>}
 */
export async function measureSize(built, calls, { polls, wants }) {
  const say = (/** @type {string} */ text) => log(`${calls.toLocaleString("en")} calls: ${text} …`);
  say("recording bodies");
  const bodies = await recordBodies(bodiesDirectory, calls, Math.max(leastBodies, polls + 1));
  /** @type {Result} */
  const result = { calls, bodies };
  if (wants("ingest")) {
    say("taking them in");
    result.ingest = await runForJson(["--expose-gc", "--max-old-space-size=8192", built.ingest, ...bodies.files.slice(0, leastBodies)]);
  }
  const stage = await startStage(built);
  const { origin } = stage;
  const step = async (/** @type {"first" | "next"} */ which) => (await fetch(`${origin}/${which}`, { method: "POST" })).json();
  /** @param {number} [core] */
  const newHost = (core) => startHost({ acme: `${origin}/talkover` }, core);

  if (wants("pages")) {
    const host = await newHost();
    const browser = await openBrowser();
    const options = { polls, next: () => step("next"), patienceMilliseconds };
    say("the Node host");
    // Nobody has looked yet: the first page waits for the first reading. The second finds it read.
    const cold = await measurePage(browser, `${host.url}c/acme/big`, { ...options, polls: 0 });
    const node = await measurePage(browser, `${host.url}c/acme/big`, options);
    await host.stop();
    say("the browser host");
    await step("first");
    const site = await measurePage(browser, `${origin}/site/#/c/acme/big`, options);
    say("the usual idiom");
    await step("first");
    const baseline = await measurePage(browser, `${origin}/baseline/`, options);
    await browser.close();
    result.pages = { cold, node, site, baseline };
  }
  if (wants("scroll") || wants("lighthouse")) {
    await step("first");
    const host = await newHost();
    await readAgain(campaignAt(host.url, "acme"));
    const page = `${host.url}c/acme/big`;
    if (wants("scroll")) {
      say("scrolling");
      const browser = await openBrowser();
      result.scrolled = await measureScroll(browser, page, patienceMilliseconds);
      await browser.close();
    }
    if (wants("lighthouse")) {
      say("Lighthouse");
      result.lights = await measureLighthouse(page);
      for (const cost of result.lights.costs) log(`  below 100 in one of the runs: ${cost}`);
    }
    await host.stop();
  }
  if (wants("views")) {
    say("views at the service");
    await step("first");
    const host = await newHost();
    const campaign = campaignAt(host.url, "acme");
    await readAgain(campaign);
    await measureViews(campaign, calls);
    await step("next");
    const { slowestMilliseconds } = await readAgain(campaign);
    const latencies = await measureViews(campaign, calls);
    result.views = { latencies, slowestMilliseconds, rssBytes: residentBytes(host.pid) };
    await host.stop();
  }
  if (wants("viewers")) {
    say("1,000 viewers");
    const host = await newHost(0);
    const campaign = campaignAt(host.url, "acme");
    await readAgain(campaign);
    const product = await loadProduct(campaign, host.pid);
    await host.stop();
    result.load = { product, nginx: await loadNginx(join(benchDirectory, "nginx"), product.body) };
  }
  await stage.stop();
  return result;
}
