import { execFileSync } from "node:child_process";
import { Agent, request } from "node:http";
import { percentile } from "./figures.mjs";

/** @typedef {{ first: number, p50: number, p95: number }} Latency  milliseconds */

const agent = new Agent({ keepAlive: true, maxSockets: 4 });

/**
 * One request as a browser sends it, with its body read.
 * @param {string} url
 * @param {Record<string, string>} [headers]
 * @returns {Promise<{ milliseconds: number, status: number, headers: import("node:http").IncomingHttpHeaders }>}
 */
export function ask(url, headers = {}) {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    request(url, { agent, headers: { "accept-encoding": "gzip", ...headers } }, (response) => {
      response.resume();
      response.on("error", reject);
      response.on("end", () => resolve({ milliseconds: performance.now() - began, status: response.statusCode ?? 0, headers: response.headers }));
    })
      .on("error", reject)
      .end();
  });
}

/** @param {string} url @param {Record<string, string>} [headers] */
async function askWell(url, headers) {
  const answer = await ask(url, headers);
  if (answer.status !== 200) throw new Error(`${url}: ${answer.status}`);
  return answer;
}

/**
 * Has the host read the platform, and resolves when it has.
 * @param {string} campaign
 * @returns {Promise<{ slowestMilliseconds: number }>} the slowest answer of the listening thread meanwhile
 */
export async function readAgain(campaign) {
  const origin = new URL(campaign).origin;
  const before = (await ask(campaign)).headers["callboard-read-at"];
  const state = { reading: true };
  const pings = (async () => {
    let slowest = 0;
    while (state.reading) {
      slowest = Math.max(slowest, (await ask(`${origin}/healthz`)).milliseconds);
      await new Promise((wait) => setTimeout(wait, 2));
    }
    return slowest;
  })();
  for (let tries = 0; ; tries++) {
    const { headers } = await ask(campaign, { "callboard-refresh": "now" });
    if (headers["callboard-read-at"] !== undefined && headers["callboard-read-at"] !== before) break;
    if (tries > 200) throw new Error("The host did not read again");
    await new Promise((wait) => setTimeout(wait, 250));
  }
  state.reading = false;
  return { slowestMilliseconds: await pings };
}

const asks = 60;

/**
 * Windows of the calls, right after a reading: the first of each kind has to build what the others use.
 * No two questions are the same, so that no answer is one given before.
 * @param {string} campaign
 * @param {number} calls
 * @returns {Promise<Record<"filter" | "sort" | "search", Latency>>}
 */
export async function measureViews(campaign, calls) {
  /** @param {(step: number) => string} query @returns {Promise<Latency>} */
  const series = async (query) => {
    const first = (await askWell(`${campaign}/calls?${query(0)}`)).milliseconds;
    const rest = [];
    for (let step = 1; step <= asks; step++) rest.push((await askWell(`${campaign}/calls?${query(step)}`)).milliseconds);
    return { first, p50: percentile(rest, 50), p95: percentile(rest, 95) };
  };
  const offset = (/** @type {number} */ step) => Math.floor((step * calls) / 300);
  return {
    filter: await series((step) => `outcome=failed,busy&offset=${Math.floor(offset(step) / 10)}`),
    sort: await series((step) => `sort=to&offset=${offset(step)}`),
    search: await series((step) => `q=${20_000 + step * 997}`),
  };
}

/** Resident memory of a process, bytes. @param {number} pid */
export function residentBytes(pid) {
  return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) * 1024;
}
