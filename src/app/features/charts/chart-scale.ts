import type { Outcome, OutcomeCounts } from "#campaign/outcome.ts";
import { outcomeOrder } from "../../client/outcomes.ts";
import { formatCount } from "../../ui/format.ts";
import { totalOf } from "./outcome-order.ts";

/** Round tick values from 0 up, two to five of them above 0 where counts allow it; whole calls only. */
export function countTicks(most: number): number[] {
  const step = roundBelow(most / 2);
  const ticks: number[] = [];
  for (let tick = 0; tick <= Math.max(most, 1); tick += step) ticks.push(tick);
  return ticks;
}

/** The top of a scale that holds `most` calls: as high, or some percent higher, so that few polls move it. */
export function scaleTop(most: number): number {
  const step = roundBelow(most / 16);
  return Math.max(1, Math.ceil(most / step) * step);
}

/** The largest of 1, 2, 5, 10, 20, 50 … that is not above `limit`; 1 at least. */
function roundBelow(limit: number): number {
  let round = 1;
  for (let power = 1; power <= limit; power *= 10) {
    for (const candidate of [power, 2 * power, 5 * power]) if (candidate <= limit) round = candidate;
  }
  return round;
}

/** Bar width and pitch in pixels for an axis of `slots` bars; few bars stand at the left, not spread. */
export function barSizes(plotWidth: number, slots: number) {
  const drawnSlots = Math.max(slots, plotWidth / widestPitch);
  const pitch = plotWidth / drawnSlots;
  const gap = Math.max(pitch * 0.18, Math.min(1.5, pitch * 0.4));
  return { drawnSlots, pitch, bar: Math.min(widestBar, pitch - gap) };
}

/** Width of the axis of counts at the left of the drawing. */
export function countAxisWidth(top: number): number {
  return axisTextWidth(formatCount(countTicks(top).at(-1) ?? 0)) + 10;
}

const widestPitch = 140;
const widestBar = 72;

export type Segment = { outcome: Outcome; bottom: number; height: number };

/** A bar of `height` pixels cut by outcome from the base up, neighbours parted by a pixel of canvas. */
export function segmentsOf(counts: OutcomeCounts, height: number): Segment[] {
  const total = totalOf(counts);
  const segments: Segment[] = [];
  let bottom = 0;
  for (const outcome of outcomeOrder) {
    if (counts[outcome] === 0) continue;
    const share = (height * counts[outcome]) / total;
    segments.push({ outcome, bottom, height: share === height ? share : Math.max(0.75, share - 1) });
    bottom += share;
  }
  return segments;
}

export type LabelBox = { x: number; width: number };

/**
 * Which labels can be written without touching, the last one first: today is
 * never the one left out. Each is pulled in from the right edge where it would pass it.
 */
export function placeLabels(labels: readonly LabelBox[], rightEdge: number): { x: number; shown: boolean }[] {
  const placed: { x: number; shown: boolean }[] = [];
  let limit = Infinity;
  for (const { x, width } of labels.toReversed()) {
    const at = Math.min(x, rightEdge - width);
    const shown = at + width + labelGap <= limit;
    if (shown) limit = at;
    placed.push({ x: at, shown });
  }
  return placed.toReversed();
}

const labelGap = 8;

/** Width in pixels of axis text: figures and capitals of Inter at 11 px are close to 6.4. */
export function axisTextWidth(text: string): number {
  return Math.ceil(text.length * 6.4);
}
