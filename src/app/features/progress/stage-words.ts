const ordinals = new Map([
  [1, "1st"],
  [2, "2nd"],
  [3, "3rd"],
]);

/** "First calls", "1st retry": how often the contacts of a stage had been tried before. */
export function wordStage(depth: number): string {
  return depth === 0 ? "First calls" : `${ordinals.get(depth) ?? `${depth}th`} retry`;
}
