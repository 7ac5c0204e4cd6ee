/**
 * Where rows are: which pages hold them, which are in sight, and where an
 * offset stands on the time rail. The only place that turns offsets into
 * positions and back.
 */

/** Rows asked for at a time. */
export const pageRows = 100;

/** Height of a closed row; the narrow one has two lines. */
export const closedRowPixels = { wide: 31, narrow: 63 } as const;

/** First and last offset, both included. */
export type RowRange = { first: number; last: number };

/** The pages that hold `range` and `margin` rows on either side; the first page when nothing is known yet. */
export function pagesOf(range: RowRange, total: number, margin: number): number[] {
  const lastRow = Math.max(0, total - 1);
  const first = Math.floor(clamp(range.first - margin, 0, lastRow) / pageRows);
  const last = Math.floor(clamp(range.last + margin, 0, lastRow) / pageRows);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** True when the two sets of pages touch: the reader scrolled on rather than jumped. */
export function pagesTouch(before: readonly number[], after: readonly number[]): boolean {
  return after.some((page) => before.some((known) => Math.abs(known - page) <= 1));
}

type Sight = {
  /** Pixels of the document: where the window begins, and the list. */
  scrollTop: number;
  listTop: number;
  windowHeight: number;
  coveredPixels: number;
  rowHeightPixels: number;
  total: number;
  /** The row at a pixel of the document; the nearest one outside the list. */
  rowAt(pixels: number): number;
};

/**
 * The rows of which at least half is in sight, between what covers the top of
 * the window and its bottom. A list below the fold counts as if it had been
 * scrolled to, so that the answer is never empty.
 */
export function rowsInSight(sight: Sight): RowRange {
  const { listTop, windowHeight, coveredPixels, rowHeightPixels, total } = sight;
  const below = listTop >= sight.scrollTop + windowHeight;
  const scrollTop = below ? listTop - coveredPixels : sight.scrollTop;
  const first = clamp(sight.rowAt(scrollTop + coveredPixels + rowHeightPixels / 2), 0, Math.max(0, total - 1));
  const last = clamp(sight.rowAt(scrollTop + windowHeight - rowHeightPixels / 2), first, Math.max(first, total - 1));
  return { first, last };
}

/** Where an offset stands on a rail that runs from 0 to 1. */
export function fractionOf(offset: number, total: number): number {
  return total <= 1 ? 0 : clamp(offset / (total - 1), 0, 1);
}

/** The offset at a place of the rail. */
export function offsetAt(fraction: number, total: number): number {
  return Math.round(clamp(fraction, 0, 1) * Math.max(0, total - 1));
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
