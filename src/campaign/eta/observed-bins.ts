import type { Window } from "../calling-windows.ts";
import type { Instant } from "../campaign.ts";
import type { Sample } from "../pace.ts";

/** What was counted within a quarter of an hour, and how many hours of it were open and observed. */
export type OpenBin = { start: Instant; hours: number; count: number };

const hourMilliseconds = 3_600_000;
const binMilliseconds = hourMilliseconds / 4;
const nearMilliseconds = 50_000;

/**
 * Samples as counts by quarter hours of open time, oldest first. What was counted between two samples
 * is spread evenly over the open time between them; where the count fell or nothing was open, nothing is told.
 * `windows` and `idle` (when the campaign was held) are sorted.
 */
export function openBins(samples: readonly Sample[], windows: readonly Window[], idle: readonly Window[]): OpenBin[] {
  const open = without(windows, idle);
  const apart = thinned(samples);
  const bins = new Map<number, OpenBin>();
  let first = 0;
  for (let index = 1; index < apart.length; index++) {
    const before = apart[index - 1];
    const after = apart[index];
    if (before === undefined || after === undefined || after.count < before.count) continue;
    while ((open[first]?.end ?? Infinity) <= before.at) first++;
    const parts = within(open, first, before.at, after.at);
    const milliseconds = parts.reduce((sum, { start, end }) => sum + end - start, 0);
    for (const part of parts) spread(bins, part, (after.count - before.count) / milliseconds);
  }
  return [...bins.values()].sort((a, b) => a.start - b.start);
}

/** Samples of a campaign that is looked at come every few seconds; one a minute tells the same. */
function thinned(samples: readonly Sample[]): Sample[] {
  const kept: Sample[] = [];
  for (const [index, sample] of samples.entries()) {
    const before = kept.at(-1);
    const isNear = before !== undefined && sample.at - before.at < nearMilliseconds && sample.count >= before.count;
    if (!isNear || index === samples.length - 1) kept.push(sample);
  }
  return kept;
}

function within(open: readonly Window[], first: number, from: Instant, to: Instant): Window[] {
  const parts: Window[] = [];
  for (let index = first; index < open.length; index++) {
    const window = open[index];
    if (window === undefined || window.start >= to) break;
    const part = { start: Math.max(from, window.start), end: Math.min(to, window.end) };
    if (part.end > part.start) parts.push(part);
  }
  return parts;
}

function spread(bins: Map<number, OpenBin>, { start, end }: Window, perMillisecond: number): void {
  for (let from = start; from < end; ) {
    const bin = Math.floor(from / binMilliseconds);
    const to = Math.min(end, (bin + 1) * binMilliseconds);
    const known = bins.get(bin) ?? { start: bin * binMilliseconds, hours: 0, count: 0 };
    known.hours += (to - from) / hourMilliseconds;
    known.count += perMillisecond * (to - from);
    bins.set(bin, known);
    from = to;
  }
}

function without(windows: readonly Window[], idle: readonly Window[]): Window[] {
  return windows.flatMap((window) => {
    const parts: Window[] = [];
    let from = window.start;
    for (const { start, end } of idle) {
      if (end <= from || start >= window.end) continue;
      if (start > from) parts.push({ start: from, end: start });
      from = Math.max(from, end);
    }
    if (from < window.end) parts.push({ start: from, end: window.end });
    return parts;
  });
}
