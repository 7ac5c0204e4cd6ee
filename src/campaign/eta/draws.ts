/** Numbers from 0 up to, not including, 1. */
export type Random = () => number;

/** A sequence that depends on the seed alone (mulberry32). */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A draw of the standard normal distribution. */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A whole number next to `value`, that on average is `value`. */
export function wholeNear(value: number, random: Random): number {
  const below = Math.floor(value);
  return random() < value - below ? below + 1 : below;
}

/** Above this variance a binomial is drawn as a normal: the difference is below one part in a hundred. */
const normalVariance = 9;
/** Below this many tries each is drawn. */
const fewTries = 24;

/** How many of `tries` succeed. */
export function binomial(tries: number, chance: number, random: Random): number {
  if (tries <= 0 || chance <= 0) return 0;
  if (chance >= 1) return tries;
  const variance = tries * chance * (1 - chance);
  if (variance > normalVariance) {
    return Math.max(0, Math.min(tries, Math.round(tries * chance + Math.sqrt(variance) * normal(random))));
  }
  if (tries <= fewTries) {
    let count = 0;
    for (let index = 0; index < tries; index++) if (random() < chance) count++;
    return count;
  }
  // Few successes, or few failures, of many: from one to the next.
  const rare = Math.min(chance, 1 - chance);
  let found = 0;
  let at = gap(rare, random);
  while (at <= tries) {
    found++;
    at += gap(rare, random);
  }
  return rare === chance ? found : tries - found;
}

/** Tries up to and with the next success. */
function gap(chance: number, random: Random): number {
  return 1 + Math.floor(Math.log(1 - random()) / Math.log1p(-chance));
}

/** A share of which `yes` of `yes + no` was seen: near it, and the nearer the more was seen. */
export function likelyShare(yes: number, no: number, random: Random): number {
  const seen = yes + no;
  const mean = yes / seen;
  return Math.max(0, Math.min(1, mean + Math.sqrt((mean * (1 - mean)) / (seen + 1)) * normal(random)));
}
