import type { Figure } from "#service/api.ts";
import { formatCount } from "../../ui/format.ts";

/** A figure's text cut into figures and units: "2 m 03 s" → 2, m, 03, s. */
export function unitParts(text: string): { text: string; unit: boolean }[] {
  return [...text.matchAll(/[a-z%]+|[^a-z%\s\u202f]+/g)].map(([part]) => ({ text: part, unit: /^[a-z%]/.test(part) }));
}

/** The line under a figure: the other way to know it where it reads differently, and the words after its value. */
export function otherWay(figure: Figure, format: (value: number) => string) {
  const { shown, other } = figure;
  if (!other.reported || (shown.reported && format(shown.value) === format(other.value))) return undefined;
  return { value: format(other.value), source: other.source, words: format === formatCount ? "listed" : "of the listed" };
}

/** The source of what the charts count. */
export function countedFromList(rows: number): string {
  return `counted from ${formatCount(rows)} listed ${rows === 1 ? "call" : "calls"}`;
}
