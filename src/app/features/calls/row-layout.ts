import { clamp, type RowRange } from "./row-window.ts";

/** A row that is higher than the others, by so much. */
export type OpenRow = { place: number; extraPixels: number };

/**
 * Where rows stand in their list, in pixels from its top: all are of one height, but for the few
 * that are open, given in order. What it costs does not grow with the number of rows.
 */
export type RowLayout = { readonly rows: number; readonly rowHeightPixels: number; readonly open: readonly OpenRow[] };

export function heightOf({ rows, rowHeightPixels, open }: RowLayout): number {
  return rows * rowHeightPixels + open.reduce((sum, { extraPixels }) => sum + extraPixels, 0);
}

export function topOf({ rowHeightPixels, open }: RowLayout, place: number): number {
  return place * rowHeightPixels + open.reduce((sum, row) => sum + (row.place < place ? row.extraPixels : 0), 0);
}

/** The row that stands at a pixel; the nearest one where none does. */
export function placeAt({ rows, rowHeightPixels, open }: RowLayout, pixels: number): number {
  let above = 0;
  for (const { place, extraPixels } of open) {
    const bottom = (place + 1) * rowHeightPixels + above + extraPixels;
    if (pixels < place * rowHeightPixels + above) break;
    if (pixels < bottom) return place;
    above += extraPixels;
  }
  return clamp(Math.floor((pixels - above) / rowHeightPixels), 0, Math.max(0, rows - 1));
}

/** The rows that touch a stretch of pixels. */
export function rowsBetween(layout: RowLayout, from: number, to: number): RowRange {
  return { first: placeAt(layout, from), last: placeAt(layout, to) };
}

/** The rows of a range and so many around it, and one more that is drawn wherever it is; by place. */
export function drawnPlaces({ first, last }: RowRange, rows: number, around: number, pinned: number): number[] {
  const from = Math.max(0, first - around);
  const to = Math.min(rows - 1, last + around);
  const places = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  if (pinned < 0 || pinned >= rows) return places;
  if (pinned < from) return [pinned, ...places];
  return pinned > to ? [...places, pinned] : places;
}
