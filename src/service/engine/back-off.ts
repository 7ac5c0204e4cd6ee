/** Exponential back-off with full jitter; `attempt` counts from 1. Never below one second. */
export function backOffMilliseconds(
  attempt: number,
  { first, most }: { first: number; most: number },
  random: () => number,
): number {
  const ceiling = Math.min(most, first * 2 ** Math.min(attempt - 1, 30));
  return Math.max(1_000, Math.round(random() * ceiling));
}
