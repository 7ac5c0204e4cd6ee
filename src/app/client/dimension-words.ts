import { isPrivateSearch } from "./private-search.ts";

/** Wanted words by dimension id. */
export type DimensionWords = Readonly<Record<string, readonly string[]>>;

const prefix = "by.";
const idShape = /^[a-z][a-z0-9_]{0,40}$/;
const mostWords = 50;

/** Words as one parameter: each is percent-encoded once more, so that commas in it survive. */
export function wordsParameter(words: readonly string[]): string {
  return words.map((word) => encodeURIComponent(word.toWellFormed())).join(",");
}

function wordsOf(text: string): string[] {
  return text.split(",").flatMap((part) => {
    try {
      return part === "" ? [] : [decodeURIComponent(part)];
    } catch {
      return [];
    }
  });
}

/** Whether a word may be a telephone number: then it stands in no link. */
function isShareable(word: string): boolean {
  return !isPrivateSearch(word);
}

/** The `by.<dimension>` parameters of a link; what is malformed is ignored. */
export function dimensionsOfLink(parameters: URLSearchParams): DimensionWords {
  const found = new Map<string, string[]>();
  for (const [name, text] of parameters) {
    const id = name.slice(prefix.length);
    if (!name.startsWith(prefix) || !idShape.test(id) || found.has(id)) continue;
    const words = [...new Set(wordsOf(text))].filter(isShareable).slice(0, mostWords);
    if (words.length > 0) found.set(id, words);
  }
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The parameters that a link carries: one for each dimension that has words. */
export function linkOfDimensions(by: DimensionWords): { name: string; value: string }[] {
  return Object.entries(by).flatMap(([id, words]) => {
    const value = wordsParameter(words.filter(isShareable));
    return value === "" ? [] : [{ name: `${prefix}${id}`, value }];
  });
}

/** `by` with these words for one dimension; none: the dimension is not filtered by. */
export function withWords(by: DimensionWords, id: string, words: readonly string[]): DimensionWords {
  const { [id]: _before, ...others } = by;
  return words.length === 0 ? others : { ...others, [id]: words };
}

/** Whether words are sorted by rather than a column every platform has. */
export function isDimensionSort(field: string): field is `by.${string}` {
  return field.startsWith(prefix) && idShape.test(field.slice(prefix.length));
}
