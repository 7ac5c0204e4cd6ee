import { kilobytes, short } from "./figures.mjs";
import { campaignAt, startHost } from "./host.mjs";
import { cpuSeconds } from "./processor.mjs";
import { residentBytes } from "./service.mjs";

export const sizingCalls = 1_000;
/** Enough for each campaign to change at every reading. */
export const sizingBodies = 20;
const sizes = [1, 10, 40];
const viewers = 100;
const intervalMilliseconds = 5_000;
const warmMilliseconds = 15_000;
const countedMilliseconds = 60_000;

/** @typedef {{ campaigns: number, share: number, rssBytes: number }} Sizing */

const pause = (/** @type {number} */ time) => new Promise((wait) => setTimeout(wait, time));

/**
 * What a host needs for so many campaigns, each on a platform of its own that changes at every
 * reading, and a hundred viewers who each poll one of them every five seconds.
 * @param {string} stage @returns {Promise<Sizing[]>}
 */
export async function measureSizing(stage) {
  const results = [];
  for (const campaigns of sizes) {
    const names = Array.from({ length: campaigns }, (_, campaign) => `size-${campaigns}-${campaign}`);
    const host = await startHost(Object.fromEntries(names.map((name) => [name, `${stage}/own/${name}/talkover`])));
    const ending = new AbortController();
    const all = Array.from({ length: viewers }, (_, viewer) => view(campaignAt(host.url, names[viewer % campaigns] ?? ""), viewer, ending.signal));
    await pause(warmMilliseconds);
    const [before, began] = [cpuSeconds(host.pid), performance.now()];
    await pause(countedMilliseconds);
    const share = (cpuSeconds(host.pid) - before) / ((performance.now() - began) / 1_000);
    const rssBytes = residentBytes(host.pid);
    ending.abort();
    const polls = await Promise.all(all);
    if (polls.some((count) => count < 5)) throw new Error(`A viewer of ${campaigns} campaigns was answered ${Math.min(...polls)} times.`);
    await host.stop();
    results.push({ campaigns, share, rssBytes });
  }
  return results;
}

/** Polls as a page does. @param {string} url @param {number} viewer @param {AbortSignal} ending @returns {Promise<number>} answers it had */
async function view(url, viewer, ending) {
  let etag = "";
  let count = 0;
  await pause((viewer * intervalMilliseconds) / viewers);
  while (!ending.aborted) {
    const answer = await fetch(url, { headers: { "accept-encoding": "gzip", ...(etag !== "" && { "if-none-match": etag }) } });
    await answer.arrayBuffer();
    if (![200, 304, 503].includes(answer.status)) throw new Error(`${url}: ${answer.status}`);
    if (answer.status !== 503) count += 1;
    etag = answer.headers.get("etag") ?? etag;
    await pause(intervalMilliseconds);
  }
  return count;
}

/** @param {Sizing[]} sizings @returns {string[][]} */
export function sizingRows(sizings) {
  const size = (/** @type {number} */ campaigns) => `${campaigns} × ${sizingCalls.toLocaleString("en")}`;
  return sizings.flatMap(({ campaigns, share, rssBytes }) => [
    [size(campaigns), `${viewers} viewers, polled every 5 s: processor time of one core`, "", `${short(100 * share)} %`, "", ""],
    [size(campaigns), `${viewers} viewers, polled every 5 s: resident memory of the service`, "", kilobytes(rssBytes), "", ""],
  ]);
}
