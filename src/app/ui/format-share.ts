import { formatPercent } from "./format.ts";

/** 31 %, from 0–1: in whole percents where that says enough. */
export function formatShare(share: number): string {
  const percent = 100 * share;
  return percent >= 10 || percent === 0 ? `${Math.round(percent)}\u202f%` : formatPercent(percent);
}
