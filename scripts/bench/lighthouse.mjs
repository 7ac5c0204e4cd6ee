import { chromium } from "@playwright/test";
import lighthouse, { desktopConfig } from "lighthouse";
import { browserFlags, needBrowser } from "../browser.mjs";
import { percentile, short } from "./figures.mjs";
import { endWithUs, freePort } from "./programs.mjs";

const categories = /** @type {const} */ (["performance", "accessibility", "best-practices"]);
const runs = 3;

/**
 * @typedef {{ scores: number[], costs: string[] }} Lights
 *   `scores` from 0 to 100 in the order of the categories: the middle of three runs. `costs`: audits with less than
 *   their full score in one of the runs, with the least they had.
 */

/**
 * What Lighthouse says of a page that the host has read, with its settings for desktops.
 * @param {string} url
 * @returns {Promise<Lights>}
 */
export async function measureLighthouse(url) {
  const port = await freePort();
  const browser = await chromium.launch({ executablePath: await needBrowser(), args: [...browserFlags(), `--remote-debugging-port=${port}`] });
  endWithUs(() => browser.close());
  /** @type {number[][]} */
  const seen = [];
  /** @type {Map<string, { score: number, value: string }>} */
  const costs = new Map();
  for (let run = 0; run < runs; run++) {
    const result = await lighthouse(url, { port, output: "json", logLevel: "error", onlyCategories: [...categories] }, desktopConfig);
    if (result === undefined) throw new Error("Lighthouse ended without a result.");
    const { lhr } = result;
    if (lhr.runtimeError !== undefined) throw new Error(`Lighthouse: ${lhr.runtimeError.message}`);
    seen.push(categories.map((name) => 100 * (lhr.categories[name]?.score ?? Number.NaN)));
    for (const { id, weight } of categories.flatMap((name) => lhr.categories[name]?.auditRefs ?? [])) {
      const { score = null, displayValue: value = "" } = lhr.audits[id] ?? {};
      if (weight > 0 && score !== null && score < Math.min(1, costs.get(id)?.score ?? 1)) costs.set(id, { score, value });
    }
  }
  await browser.close();
  return { scores: categories.map((_, index) => percentile(seen.map((scores) => scores[index] ?? Number.NaN), 50)), costs: [...costs].map(([id, { score, value }]) => `${id} ${short(100 * score)} ${value}`.trim()) };
}

/** @param {Lights} lights @returns {string[][]} */
export function lighthouseRows({ scores }) {
  return [["Lighthouse, desktop: performance / accessibility / best practices", "≥ 98 / 100 / 100", scores.map(Math.round).join(" / "), "", ""]];
}
