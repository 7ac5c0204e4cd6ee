import { kilobytes, milliseconds, percentile, short } from "./figures.mjs";
import { campaignAt, startHost } from "./host.mjs";
import { cpuSeconds } from "./processor.mjs";
import { ask, residentBytes } from "./service.mjs";

export const campaignCalls = 100_000;
const campaigns = 25;
const intervalMilliseconds = 5_000;
/** Rounds of polls that warm the host up, and those that count: one minute. */
const warmRounds = 2;
const countedRounds = 12;
/** Each campaign reads the next of these at each poll, the first when it is asked for the first time. */
export const campaignBodies = 1 + warmRounds + countedRounds;

/** @typedef {{ share: number, p95Milliseconds: number, rssBytes: number, readsPerSecond: number }} Many */

const pause = (/** @type {number} */ time) => new Promise((wait) => setTimeout(wait, time));

/**
 * Many large campaigns on one host, held to one core, each polled every five seconds and changed every time.
 * @param {string} stage where each campaign has a Talkover of its own
 * @returns {Promise<Many>}
 */
export async function measureCampaigns(stage) {
  const names = Array.from({ length: campaigns }, (_, campaign) => `account-${campaign}`);
  const host = await startHost(Object.fromEntries(names.map((name) => [name, `${stage}/own/${name}/talkover`])), 0);
  const urls = names.map((name) => campaignAt(host.url, name));
  for (const url of urls) await askUntilRead(url);

  /** @type {number[]} */
  const waits = [];
  /** One poll of every campaign, evenly spread over the interval. @param {number} began @param {boolean} counts */
  const round = (began, counts) =>
    Promise.all(
      urls.map(async (url, campaign) => {
        await pause(Math.max(0, began + (campaign * intervalMilliseconds) / campaigns - performance.now()));
        const answer = await ask(url, { "callboard-refresh": "now" });
        if (answer.status !== 200) throw new Error(`${url}: ${answer.status}`);
        if (counts) waits.push(answer.milliseconds);
      }),
    );
  /** @param {number} count @param {boolean} counts */
  const rounds = async (count, counts) => {
    const began = performance.now();
    // A slow answer delays no other poll.
    const all = Array.from({ length: count }, (_, index) => round(began + index * intervalMilliseconds, counts));
    await pause(count * intervalMilliseconds);
    const spent = { cpu: cpuSeconds(host.pid), seconds: (performance.now() - began) / 1_000 };
    await Promise.all(all);
    return spent;
  };
  await rounds(warmRounds, false);
  const [before, readsBefore] = [cpuSeconds(host.pid), await readsOf(stage)];
  const { cpu, seconds } = await rounds(countedRounds, true);
  const reads = (await readsOf(stage)) - readsBefore;
  const rssBytes = residentBytes(host.pid);
  await host.stop();
  return { share: (cpu - before) / seconds, p95Milliseconds: percentile(waits, 95), rssBytes, readsPerSecond: reads / seconds };
}

/** @param {string} url */
async function askUntilRead(url) {
  for (let tries = 0; (await ask(url)).status !== 200; tries++) {
    if (tries > 100) throw new Error(`${url} could not be read`);
    await pause(250);
  }
}

/** Bodies that went out to all of the campaigns so far. @param {string} stage @returns {Promise<number>} */
async function readsOf(stage) {
  const { reads, beyond } = await (await fetch(`${stage}/own`)).json();
  if (beyond > 0) throw new Error(`${beyond} readings found no next body: the campaigns did not change each time.`);
  return reads;
}

/** @param {Many} many @returns {string[][]} */
export function campaignRows({ share, p95Milliseconds, rssBytes, readsPerSecond }) {
  const wanted = (campaigns * 1_000) / intervalMilliseconds;
  const rows = [
    ["processor time of one core", "fits: < 100 %", `${short(100 * share)} %, with ${short(readsPerSecond)} of ${short(wanted)} readings a second`],
    ["answer that waits for its reading, p95", "", milliseconds(p95Milliseconds)],
    ["resident memory of the service", "", kilobytes(rssBytes)],
  ];
  return rows.map(([words = "", ...cells]) => [`${campaigns} × ${campaignCalls.toLocaleString("en")}`, `polled every 5 s: ${words}`, ...cells, "", ""]);
}
