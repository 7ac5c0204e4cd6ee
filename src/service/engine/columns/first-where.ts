/** The first number from `low` to before `high` that fits, `high` if none does; all after it must fit too. */
export function firstWhere(low: number, high: number, fits: (index: number) => boolean): number {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (fits(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
