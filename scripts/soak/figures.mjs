/** @typedef {{ polls: number, [figure: string]: number }} Sample */

/** The page's heap may have grown by less than this, of its first size. */
export const mostHeapGrowth = 0.05;
/** The DOM holds a little more at one moment than at another, with what there is to say: less than this share, or a line of a small surface. */
const mostNodesGrowth = 0.02;
const fewNodes = 40;
/** Samples at each end whose median counts: one alone falls between a poll and its collection. */
const atEnds = 5;

/** @param {number[]} values */
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** @param {Sample[]} samples @param {string} figure */
const ends = (samples, figure) => {
  const values = samples.map((sample) => sample[figure] ?? Number.NaN);
  return { first: median(values.slice(0, atEnds)), last: median(values.slice(-atEnds)), values };
};

/**
 * What grew that must not: sentences, none where all is well.
 * @param {string} surface @param {Sample[]} samples
 */
export function growth(surface, samples) {
  if (samples.length < 2 * atEnds) return [`${surface}: ${samples.length} samples are too few to tell growth by.`];
  const heap = ends(samples, "heapBytes");
  const nodes = ends(samples, "nodes");
  const grownBy = heap.last / heap.first - 1;
  const mostNodes = Math.max(...nodes.values.slice(0, atEnds));
  return [
    ...(grownBy < mostHeapGrowth ? [] : [`${surface}: the heap after a collection grew by ${(100 * grownBy).toFixed(1)} %.`]),
    ...(nodes.last <= mostNodes + Math.max(fewNodes, mostNodesGrowth * mostNodes) ? [] : [`${surface}: ${nodes.last} DOM nodes at the end, at most ${mostNodes} at first.`]),
  ];
}

/** One line a figure: first, last and how much that is more. @param {string} title @param {Sample[]} samples */
export function table(title, samples) {
  const names = Object.keys(samples[0] ?? {}).filter((name) => name !== "polls");
  const shown = (/** @type {string} */ name, /** @type {number} */ value) => (name.endsWith("Bytes") ? `${(value / 2 ** 20).toFixed(2)} MiB` : value.toLocaleString("en-US"));
  const lines = names.map((name) => {
    const { first, last } = ends(samples, name);
    const change = 100 * (last / first - 1);
    return `  ${name.padEnd(12)} ${shown(name, first).padStart(12)} ${shown(name, last).padStart(12)} ${`${change < 0 ? "" : "+"}${change.toFixed(1)} %`.padStart(9)}`;
  });
  return [`${title.padEnd(14)} ${"first".padStart(12)} ${"last".padStart(12)} ${"growth".padStart(9)}`, ...lines].join("\n");
}

/**
 * Whether the reader could do what readers do meanwhile: sentences, none where all is well. Nobody touches a wall.
 * @param {{ name: string, touches: readonly unknown[] }} surface @param {{ touches: number, untouchable: number }} seen
 */
export function usability({ name, touches }, seen) {
  if (touches.length === 0) return seen.touches + seen.untouchable === 0 ? [] : [`${name}: was touched, which nobody does.`];
  return seen.touches > seen.untouchable ? [] : [`${name}: could hardly be used meanwhile.`];
}

/** How often it was used, in words. @param {{ touches: readonly unknown[] }} surface @param {{ touches: number, untouchable: number }} seen */
export function wordTouches({ touches }, seen) {
  return touches.length === 0 ? "never touched, as is meant" : `touched ${seen.touches} times; ${seen.untouchable} times a fault was in the way`;
}
