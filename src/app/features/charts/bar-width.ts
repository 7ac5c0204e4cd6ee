/** A share, 0–1, as the width of a bar: to a tenth of a percent, so that a poll moves only what can be seen to move. */
export function barWidth(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
