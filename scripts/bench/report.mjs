import { cpus, totalmem } from "node:os";
import { kilobytes, milliseconds, percentile, short, table } from "./figures.mjs";
import { lighthouseRows } from "./lighthouse.mjs";
import { pinned } from "./programs.mjs";
import { scrollRows } from "./scroll.mjs";

/** @typedef {import("./page.mjs").PageResult} PageResult */
/** @typedef {import("./page.mjs").Poll} Poll */
/** @typedef {import("./viewers.mjs").Throughput} Throughput */
/** @typedef {import("./service.mjs").Latency} Latency */
/** @typedef {import("./measure.mjs").Result} Result */

/** What it was measured on. */
export function machine() {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${first?.model.trim() ?? "unknown processor"}, ${cpus().length} cores, ${memory} GiB; ${process.platform}, Node ${process.versions.node}${pinned ? "" : "; without taskset, so nothing is held to one core"}`;
}

/**
 * The one table. Parts that were left out have no rows.
 * @param {Result[]} results
 * @param {string[][]} others rows that begin with the calls they are about
 */
export function report(results, others) {
  const head = ["Calls", "Measure", "Target", "Node host", "Browser host", "Usual idiom"];
  return table(head, [...results.flatMap(rowsOf), ...others]);
}

/** @param {Result} result @returns {string[][]} */
function rowsOf({ calls, bodies, ingest, pages, views, load, scrolled, lights }) {
  const rows = [
    ...(pages === undefined ? [] : pageRows(pages)),
    ...(scrolled === undefined ? [] : scrollRows(scrolled)),
    ...(lights === undefined ? [] : lighthouseRows(lights)),
    ...(views === undefined ? [] : viewRows(views, calls)),
    ...(ingest === undefined ? [] : ingestRows(ingest, bodies)),
    ...(load === undefined ? [] : loadRows(load)),
  ];
  return rows.map((cells) => [calls.toLocaleString("en"), ...cells]);
}

/** @param {PageResult} page @param {(poll: Poll) => number} of */
const medianPoll = (page, of) => percentile(page.polls.map(of), 50);

/** @param {NonNullable<Result["pages"]>} pages @returns {string[][]} */
function pageRows({ cold, node, site, baseline }) {
  const eachPage = (/** @type {(page: PageResult) => string} */ words) => [node, site, baseline].map(words);
  const longTasks = (/** @type {PageResult} */ { polls }) => {
    const count = polls.reduce((sum, poll) => sum + poll.longTasks, 0);
    const longest = Math.max(0, ...polls.map(({ longestMilliseconds }) => longestMilliseconds));
    return count === 0 ? `0 in ${polls.length} polls` : `${count} in ${polls.length} polls, longest ${milliseconds(longest)}`;
  };
  return [
    ["long tasks caused by polls", "0", ...eachPage(longTasks)],
    ["main-thread script per poll (median)", "≤ 10 ms", ...eachPage((page) => milliseconds(medianPoll(page, ({ scriptMilliseconds }) => scriptMilliseconds)))],
    ["main-thread tasks per poll (median)", "", ...eachPage((page) => milliseconds(medianPoll(page, ({ taskMilliseconds }) => taskMilliseconds)))],
    ["main-thread tasks between polls, a second", "", ...eachPage(({ idleMilliseconds }) => milliseconds(idleMilliseconds))],
    ["bytes per poll to the page (most)", "≤ 15 kB", ...eachPage(({ polls }) => kilobytes(Math.max(...polls.map(({ bytes }) => bytes))))],
    ["heap of the main thread after GC", "≤ 40 MB", ...eachPage(({ heapBytes }) => kilobytes(heapBytes))],
    [
      "header / first row in the page",
      "",
      `${short(node.headerMilliseconds)} / ${milliseconds(node.rowMilliseconds)} (first viewer of all: ${short(cold.headerMilliseconds)} / ${milliseconds(cold.rowMilliseconds)})`,
      `${short(site.headerMilliseconds)} / ${milliseconds(site.rowMilliseconds)}`,
      `${short(baseline.headerMilliseconds)} / ${milliseconds(baseline.rowMilliseconds)}`,
    ],
  ];
}

/** @param {NonNullable<Result["views"]>} views @param {number} calls @returns {string[][]} */
function viewRows({ latencies, slowestMilliseconds, rssBytes }, calls) {
  const most = calls >= 1_000_000 ? 150 : 30;
  const view = (/** @type {Latency} */ { first, p50, p95 }) => `${short(first)} / ${short(p50)} / ${milliseconds(p95)}`;
  return [
    ["filter: first / p50 / p95", `p95 ≤ ${most} ms`, view(latencies.filter), "", ""],
    ["sort by number: first / p50 / p95", `p95 ≤ ${most} ms, first ≤ 1 s`, view(latencies.sort), "", ""],
    ["search: first / p50 / p95", `p95 ≤ ${most} ms`, view(latencies.search), "", ""],
    ["slowest answer of the listening thread while reading", "≤ 50 ms", milliseconds(slowestMilliseconds), "", ""],
    ["resident memory of the service", "", kilobytes(rssBytes), "", ""],
  ];
}

/** @param {NonNullable<Result["ingest"]>} ingest @param {Result["bodies"]} bodies @returns {string[][]} */
function ingestRows(ingest, bodies) {
  const times = (/** @type {number} */ value, /** @type {number} */ parse) => `${milliseconds(value)} = ${short(value / parse)} ×`;
  const body = `${kilobytes(bodies.bytes)} body, ${kilobytes(bodies.gzipBytes)} gzip`;
  return [
    ["first ingest", "≤ 1.6 × JSON.parse", times(ingest.firstMilliseconds, ingest.parseMilliseconds), body, `JSON.parse ${milliseconds(ingest.parseMilliseconds)}, with decoding ${milliseconds(ingest.decodeAndParseMilliseconds)}`],
    ["re-ingest", "≤ 0.3 × JSON.parse", times(ingest.againMilliseconds, ingest.parseAgainMilliseconds), "", `JSON.parse one after the other ${milliseconds(ingest.parseAgainMilliseconds)}`],
    ["service memory per call, body kept included", "", `${short(ingest.bytesPerCall)} bytes`, "", ""],
  ];
}

/** @param {NonNullable<Result["load"]>} load @returns {string[][]} */
function loadRows({ product, nginx }) {
  const loads = (/** @type {Throughput} */ ours, /** @type {Throughput | undefined} */ theirs) => {
    const share = ours.unchangedShare === 0 ? "" : `, ${short(100 * ours.unchangedShare)} % of them 304`;
    const own = `${short(ours.perSecond)}/s${share}, p99 ${milliseconds(ours.p99Milliseconds)}`;
    if (theirs === undefined) return [own, "", "nginx is not installed"];
    return [`${own} = ${short(ours.perCpuSecond / theirs.perCpuSecond)} × nginx by processor time`, "", `nginx: ${short(theirs.perSecond)}/s`];
  };
  return [
    ["1,000 viewers, whole answers", "≥ 0.2 × nginx", ...loads(product.whole, nginx?.whole)],
    ["1,000 viewers, only changes", "≥ 0.2 × nginx", ...loads(product.unchanged, nginx?.unchanged)],
  ];
}
