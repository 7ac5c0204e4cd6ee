import type { Instant } from "#campaign/campaign.ts";
import type { CampaignEvent } from "#campaign/history/event.ts";
import { formatClock, formatDay } from "../../ui/format.ts";
import { isBetween, wordTime } from "../../words/event-time.ts";
import { type ChangeContext, wordChange } from "../../words/event-words.ts";
import { axisTextWidth } from "./chart-scale.ts";
import type { TimeModel } from "./time-model.ts";

/** An event as the chart marks it: `label` beside its dot, `says` where a reader asks. */
export type EventMark = { key: string; at: Instant; label: string; says: string };

/** Where a mark stands, and on which side of its dot there is room for its label. */
export type PlacedMark = EventMark & { x: number; side: "left" | "right" | "none"; /** Width of the label, in pixels. */ width: number };

/** At most so many, the newest (docs: the chart's lane is one line). */
const most = 3;
const longestLabel = 28;
/** Targets of 24 px must not overlap. */
const apartPixels = 24;
const labelGap = 9;

/** What ends a state that is marked already. */
const unmarked: CampaignEvent["kind"][] = ["reachable_again", "moves_again"];

/** All events that a chart marks, worded, the newest first. */
export function eventMarks(events: readonly CampaignEvent[], context: Omit<ChangeContext, "at">): EventMark[] {
  return events
    .filter(({ kind }) => !unmarked.includes(kind))
    .map((event) => {
      const { zone } = context;
      const { short, text } = wordChange(event, { ...context, at: event.at });
      const label = `${short.length > longestLabel ? `${short.slice(0, longestLabel - 1).trimEnd()}…` : short} ${formatClock(event.at, zone)}`;
      const when = isBetween(event) ? `${wordTime(event, zone)}, as nobody watched` : formatClock(event.at, zone);
      return { key: JSON.stringify(event), at: event.at, label, says: `${formatDay(event.at, zone)} ${when}: ${text}.` };
    });
}

/** Where on the axis a moment is, in widths of one bar; `undefined` outside the days drawn. */
export function slotAt({ columns, groups, unit }: TimeModel, at: Instant): number | undefined {
  const day = groups.findLast(({ start, end }) => start <= at && at < end);
  if (day === undefined) return undefined;
  const bars = columns.filter(({ dayStart, kind }) => dayStart === day.start && kind !== "closed");
  const bar = bars.findLast(({ start }) => start <= at);
  if (bar === undefined) return day.firstSlot;
  if (unit === "day") return bar.slot + 0.5;
  return bar.slot + Math.min(1, (at - bar.start) / (bar.end - bar.start));
}

/** The newest marks of the days drawn, from left to right. `xOf`: pixels of a place on the axis; `rightEdge`: where the drawing ends. */
export function placeMarks(marks: readonly EventMark[], model: TimeModel, xOf: (slot: number) => number, rightEdge: number): PlacedMark[] {
  const shown = marks.flatMap((mark) => {
    const slot = slotAt(model, mark.at);
    return slot === undefined ? [] : [{ mark, x: xOf(slot) }];
  });
  const newest = shown.toSorted((a, b) => b.mark.at - a.mark.at).slice(0, most);
  let limit = rightEdge;
  const spaced = newest.map(({ mark, x }) => {
    const at = Math.min(x, limit);
    limit = at - apartPixels;
    return { mark, x: at };
  });
  const placed: PlacedMark[] = [];
  for (const [index, { mark, x }] of spaced.toReversed().entries()) {
    const width = axisTextWidth(mark.label);
    const before = placed.at(-1);
    const from = before === undefined ? 0 : before.x + labelGap + (before.side === "right" ? before.width : 0);
    const next = spaced.at(-2 - index)?.x ?? Infinity;
    const fitsRight = x + labelGap + width <= Math.min(rightEdge, next - apartPixels);
    const fitsLeft = x - labelGap - width >= from;
    placed.push({ ...mark, x, width, side: fitsRight ? "right" : fitsLeft ? "left" : "none" });
  }
  return placed;
}
