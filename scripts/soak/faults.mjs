/** Uniform in [0, 1), the same for the same seed (mulberry32). @param {number} seed */
export function randomOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What cost a poll its answer: after each the service backs off for seconds, so they are rarer. */
const failures = [
  { fault: "status", status: 500 },
  { fault: "status", status: 503 },
  { fault: "status", status: 429, retryAfter: "1" },
  { fault: "html-502" },
  { fault: "redirect" },
  { fault: "truncate" },
  { fault: "not-json" },
  { fault: "wrong-shape" },
  { fault: "socket-destroy" },
  { fault: "socket-half-close" },
  { fault: "socket-broken-gzip" },
  { fault: "stall-body", milliseconds: 2_000 },
];
/** What an answer may hold or lack and still be read. */
const oddities = [
  { fault: "drop-calls", count: 3 },
  { fault: "duplicate-calls", count: 2 },
  { fault: "bad-rows", count: 3 },
  { fault: "odd-fields" },
  { fault: "stats-ahead", count: 300 },
  { fault: "old-answer", milliseconds: 600_000 },
  { fault: "large-body", count: 100_000 },
  { fault: "slow", milliseconds: 300 },
];
/** Each of these is waited out for a minute or more. */
const refusals = [
  { fault: "status", status: 401 },
  { fault: "status", status: 404, times: 2 },
];

const failureShare = 1 / 500;
const odditiesShare = 1 / 20;
const refusalShare = 1 / 20_000;

/** @typedef {{ fault: string, times: number, [more: string]: unknown }} Planted */

/** @param {() => number} random @param {{ fault: string }[]} list @param {number} share @param {number} most @returns {Planted[]} */
function some(random, list, share, most) {
  if (random() >= share) return [];
  const fault = list[Math.floor(random() * list.length)];
  return fault === undefined ? [] : [{ times: 1 + Math.floor(random() * most), ...fault }];
}

/** What one poll's answer holds or lacks: mostly nothing. @param {() => number} random */
export const odditiesOfPoll = (random) => some(random, oddities, odditiesShare, 3);

/** The faults of one poll: mostly none. @param {() => number} random */
export const faultsOfPoll = (random) => [...some(random, failures, failureShare, 2), ...odditiesOfPoll(random), ...some(random, refusals, refusalShare, 1)];
