/**
 * Where rows are: which pages hold them, which are in sight, and where an
 * offset stands on the time rail. The only place that turns offsets into
 * positions and back.
 */

/** Rows asked for at a time. */
export const pageRows = 100;

/** Height of a closed row; the narrow one has two lines. */
export const rowHeightPixels = { wide: 31, narrow: 63 } as const;

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

/**
 * The rows between the sticky head and the bottom of the window. `top` is where
 * the first row stands in the window, pixels; a list below the fold counts as
 * if it began at the top, so that the answer is never empty.
 */
export function rowsInSight(
  sight: { top: number; headBottom: number; windowHeight: number; rowHeight: number },
  total: number,
): RowRange {
  const lastRow = Math.max(0, total - 1);
  const below = sight.top >= sight.windowHeight;
  const top = below ? sight.headBottom : sight.top;
  const first = Math.ceil((sight.headBottom - top) / sight.rowHeight - 0.5);
  const last = Math.floor((sight.windowHeight - top) / sight.rowHeight - 0.5);
  const firstRow = clamp(first, 0, lastRow);
  return { first: firstRow, last: clamp(last, firstRow, lastRow) };
}

/** Where an offset stands on a rail that runs from 0 to 1. */
export function fractionOf(offset: number, total: number): number {
  return total <= 1 ? 0 : clamp(offset / (total - 1), 0, 1);
}

/** The offset at a place of the rail. */
export function offsetAt(fraction: number, total: number): number {
  return Math.round(clamp(fraction, 0, 1) * Math.max(0, total - 1));
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
