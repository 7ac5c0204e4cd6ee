import { cpus, totalmem } from "node:os";
import { kilobytes, milliseconds, percentile, short, table } from "./figures.mjs";
import { pinned } from "./programs.mjs";

/** @typedef {import("./page.mjs").PageResult} PageResult */
/** @typedef {import("./page.mjs").Poll} Poll */
/** @typedef {import("./viewers.mjs").Throughput} Throughput */
/** @typedef {import("./service.mjs").Latency} Latency */
/** @typedef {{ whole: Throughput, unchanged: Throughput }} Load */
/**
 * @typedef {object} Result
 * @property {number} calls
 * @property {{ bytes: number, gzipBytes: number }} bodies
 * @property {{ parseMilliseconds: number, decodeAndParseMilliseconds: number, firstMilliseconds: number, againMilliseconds: number }} ingest
 * @property {PageResult} cold
 * @property {PageResult} node
 * @property {PageResult} site
 * @property {PageResult} baseline
 * @property {Record<"filter" | "sort" | "search", Latency>} views
 * @property {number} slowestMilliseconds
 * @property {number} rssBytes
 * @property {Load} product
 * @property {(Load & { version: string | undefined }) | undefined} nginx
 */

/** What it was measured on. */
export function machine() {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${first?.model.trim() ?? "unknown processor"}, ${cpus().length} cores, ${memory} GiB; ${process.platform}, Node ${process.versions.node}${pinned ? "" : "; without taskset, so nothing is held to one core"}`;
}

/** @param {Result[]} results */
export function report(results) {
  const head = ["Calls", "Measure", "Target", "Node host", "Browser host", "Usual idiom"];
  return table(head, results.flatMap(rowsOf));
}

/** @param {PageResult} page @param {(poll: Poll) => number} of */
const medianPoll = (page, of) => percentile(page.polls.map(of), 50);

/** @param {Result} result @returns {string[][]} */
function rowsOf({ calls, bodies, ingest, cold, node, site, baseline, views, slowestMilliseconds, rssBytes, product, nginx }) {
  const pages = [node, site, baseline];
  const eachPage = (/** @type {(page: PageResult) => string} */ words) => pages.map(words);
  const longTasks = (/** @type {PageResult} */ { polls }) => {
    const count = polls.reduce((sum, poll) => sum + poll.longTasks, 0);
    const longest = Math.max(0, ...polls.map(({ longestMilliseconds }) => longestMilliseconds));
    return count === 0 ? `0 in ${polls.length} polls` : `${count} in ${polls.length} polls, longest ${milliseconds(longest)}`;
  };
  const most = calls >= 1_000_000 ? 150 : 30;
  const view = (/** @type {Latency} */ { first, p50, p95 }) => `${short(first)} / ${short(p50)} / ${milliseconds(p95)}`;
  const times = (/** @type {number} */ value) => `${milliseconds(value)} = ${short(value / ingest.parseMilliseconds)} ×`;
  const loads = (/** @type {Throughput} */ ours, /** @type {Throughput | undefined} */ theirs) => {
    const share = ours.unchangedShare === 0 ? "" : `, ${short(100 * ours.unchangedShare)} % of them 304`;
    const own = `${short(ours.perSecond)}/s${share}, p99 ${milliseconds(ours.p99Milliseconds)}`;
    if (theirs === undefined) return [own, "nginx is not installed"];
    return [`${own} = ${short(ours.perCpuSecond / theirs.perCpuSecond)} × nginx by processor time`, `nginx: ${short(theirs.perSecond)}/s`];
  };
  const [whole = "", wholeNginx = ""] = loads(product.whole, nginx?.whole);
  const [unchanged = "", unchangedNginx = ""] = loads(product.unchanged, nginx?.unchanged);
  const body = `${kilobytes(bodies.bytes)} body, ${kilobytes(bodies.gzipBytes)} gzip`;
  const rows = [
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
    ["filter: first / p50 / p95", `p95 ≤ ${most} ms`, view(views.filter), "", ""],
    ["sort by number: first / p50 / p95", `p95 ≤ ${most} ms, first ≤ 1 s`, view(views.sort), "", ""],
    ["search: first / p50 / p95", `p95 ≤ ${most} ms`, view(views.search), "", ""],
    ["first ingest", "≤ 1.6 × JSON.parse", times(ingest.firstMilliseconds), body, `JSON.parse ${milliseconds(ingest.parseMilliseconds)}, with decoding ${milliseconds(ingest.decodeAndParseMilliseconds)}`],
    ["re-ingest", "≤ 0.3 × JSON.parse", times(ingest.againMilliseconds), "", ""],
    ["slowest answer of the listening thread while reading", "≤ 50 ms", milliseconds(slowestMilliseconds), "", ""],
    ["resident memory of the service", "", kilobytes(rssBytes), "", ""],
    ["1,000 viewers, whole answers", "≥ 0.2 × nginx", whole, "", wholeNginx],
    ["1,000 viewers, only changes", "≥ 0.2 × nginx", unchanged, "", unchangedNginx],
  ];
  return rows.map((cells) => [calls.toLocaleString("en"), ...cells]);
}
