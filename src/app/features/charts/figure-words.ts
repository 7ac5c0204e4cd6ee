import type { Figure } from "#service/api.ts";
import { formatCount } from "../../ui/format.ts";

/** A figure's text cut into figures and units: "2 m 03 s" → 2, m, 03, s; "412 calls/h" → 412, calls/h. */
export function unitParts(text: string): { text: string; unit: boolean }[] {
  return [...text.matchAll(/[a-z%][a-z%/]*|[^a-z%\s\u202f]+/g)].map(([part]) => ({ text: part, unit: /^[a-z%]/.test(part) }));
}

/** The line under a figure: the other way to know it where it reads differently, and the words after its value. */
export function otherWay(figure: Figure, format: (value: number) => string) {
  const { shown, other } = figure;
  if (!other.reported || (shown.reported && format(shown.value) === format(other.value))) return undefined;
  return { value: format(other.value), source: other.source, words: format === formatCount ? "listed" : "of the listed" };
}

/** The plural, or what is left of it for one: "1 call". */
export function nounFor(count: number, nouns: "calls" | "contacts" | "numbers"): string {
  return count === 1 ? nouns.slice(0, -1) : nouns;
}

/** The source of what the charts count; `total` is given while the list is still being read. */
export function countedFromList(rows: number, rowsAre: "calls" | "contacts", total: number | undefined): string {
  return total === undefined ? `counted from ${formatCount(rows)} listed ${nounFor(rows, rowsAre)}` : `counted from the ${formatCount(rows)} of ${formatCount(total)} ${rowsAre} read so far`;
}

/** "Failed calls and average duration are not reported by X."; `undefined` where nothing is missing. */
export function notReportedWords(names: readonly string[], providerName: string): string | undefined {
  const [first] = names;
  if (first === undefined) return undefined;
  const rest = names.slice(1).map((name) => name.toLowerCase());
  const list = [[first, ...rest.slice(0, -1)].join(", "), ...rest.slice(-1)].join(" and ");
  // "Failed calls" are many, the "average duration" is one.
  return `${list} ${names.length === 1 && !first.endsWith("s") ? "is" : "are"} not reported by ${providerName}.`;
}
