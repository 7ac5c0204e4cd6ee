import { clamp } from "./row-window.ts";

/**
 * A list longer than browsers can scroll (they stop at about 16.7 million px, at half
 * of that at 200 % zoom) is scrolled through a stretch of it. All in pixels of closed rows:
 * `virtual` is a place in the whole list, `real` one in the element that scrolls.
 */
export type Stretch = {
  /** Rows that are laid out at once; all of them where the list is short enough. */
  readonly rows: number;
  readonly total: number;
  readonly rowHeightPixels: number;
};

/** The tallest an element of rows may be. */
const mostPixels = 8_000_000;
/** So close to either end real and virtual pixels are the same, so that the ends are reached as in any list. */
const endPixels = 100_000;

export function stretchOf(total: number, rowHeightPixels: number): Stretch {
  return { rows: Math.min(total, Math.floor(mostPixels / rowHeightPixels)), total, rowHeightPixels };
}

/** True where rows and pixels are one to one, as in most lists. */
export function isWhole({ rows, total }: Stretch): boolean {
  return rows === total;
}

/** Where the scroll bar stands for a place of the list: exact near the ends, proportional between them. */
export function realOf(stretch: Stretch, virtual: number): number {
  const { real, whole, slope } = sizesOf(stretch);
  if (virtual <= endPixels) return clamp(virtual, 0, real);
  if (virtual >= whole - endPixels) return clamp(real - (whole - virtual), 0, real);
  return endPixels + (virtual - endPixels) / slope;
}

/** The place of the list that the scroll bar stands for: the inverse of `realOf`. */
export function virtualOf(stretch: Stretch, real: number): number {
  const { real: most, whole, slope } = sizesOf(stretch);
  if (real <= endPixels) return clamp(real, 0, whole);
  if (real >= most - endPixels) return clamp(whole - (most - real), 0, whole);
  return endPixels + (real - endPixels) * slope;
}

/** The first row laid out when the list's place `virtual` stands at `real`. */
export function firstRowOf({ rows, total, rowHeightPixels }: Stretch, virtual: number, real: number): number {
  return clamp(Math.round((virtual - real) / rowHeightPixels), 0, total - rows);
}

function sizesOf({ rows, total, rowHeightPixels }: Stretch) {
  const real = rows * rowHeightPixels;
  const whole = total * rowHeightPixels;
  return { real, whole, slope: (whole - 2 * endPixels) / Math.max(1, real - 2 * endPixels) };
}
