import type { DimensionCounts } from "#service/api.ts";
import { at } from "../columns/at.ts";
import type { CallTable } from "./table.ts";

const mostWords = 12;

/** Calls by the words of each dimension. A call with two words counts under both. */
export function dimensionCounts({ columns }: CallTable): DimensionCounts[] {
  return [...columns.extras.dimensions].map(([id, { combination, combinations }]) => {
    const uses = new Uint32Array(combinations.length);
    for (const index of combination) uses[index] = at(uses, index) + 1;
    const calls = new Map<string, number>();
    let without = 0;
    combinations.forEach((words, index) => {
      if (words.length === 0) without += at(uses, index);
      for (const word of new Set(words)) calls.set(word, (calls.get(word) ?? 0) + at(uses, index));
    });
    const sorted = [...calls].sort(([a, most], [b, more]) => more - most || (a < b ? -1 : 1));
    const shown = sorted.slice(0, mostWords);
    const rest = sorted.slice(mostWords);
    return {
      id,
      values: shown.map(([value, count]) => ({ value, calls: count })),
      others: { words: rest.length, calls: rest.reduce((sum, [, count]) => sum + count, 0) },
      without,
    };
  });
}
