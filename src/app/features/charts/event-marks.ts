import type { Instant } from "#campaign/campaign.ts";
import type { CampaignEvent } from "#campaign/history/event.ts";
import { formatClock, formatDay } from "../../ui/format.ts";
import { isBetween, wordTime } from "../../words/event-time.ts";
import { type ChangeContext, wordChange } from "../../words/event-words.ts";
import { axisTextWidth } from "./chart-scale.ts";
import type { TimeModel } from "./time-model.ts";

/** An event as the chart marks it: `label` beside its dot, or its time where there is no room; `says` where a reader asks. */
export type EventMark = { key: string; at: Instant; label: string; clock: string; says: string };

/** Where marks stand that are one, being so close; on which side of the dot there is room for the label. */
export type PlacedMark = { key: string; x: number; label: string; says: string[]; side: "left" | "right" | "none" };

/** At most so many, the newest (docs: the chart's lane is one line). */
const most = 3;
const longestLabel = 28;
/** Targets of 24 px must not overlap: closer than this, marks are one. */
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
      const clock = formatClock(event.at, zone);
      const label = `${short.length > longestLabel ? `${short.slice(0, longestLabel - 1).trimEnd()}…` : short} ${clock}`;
      const when = isBetween(event) ? `${wordTime(event, zone)}, as nobody watched` : clock;
      return { key: JSON.stringify(event), at: event.at, label, clock, says: `${formatDay(event.at, zone)} ${when}: ${text}.` };
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
  const placed: PlacedMark[] = [];
  let nextX = Infinity;
  for (const group of closeTogether(newest)) {
    const { mark, x } = group[0];
    const before = newest.find((other) => other.x <= x - apartPixels)?.x;
    const room = { right: Math.min(rightEdge, nextX - apartPixels) - x, left: x - (before === undefined ? 0 : before + labelGap) };
    const more = group.length === 1 ? "" : ` +${group.length - 1}`;
    const [whole, brief] = [mark.label + more, mark.clock + more];
    // The newest says its name first; what is left of it makes do with the room.
    const fitting = [whole, brief].find((label) => labelGap + axisTextWidth(label) <= Math.max(room.right, room.left));
    const label = fitting ?? whole;
    const width = labelGap + axisTextWidth(label);
    const side = fitting === undefined ? "none" : width <= room.right ? "right" : "left";
    placed.unshift({ key: mark.key, x, label, says: group.map((each) => each.mark.says), side });
    nextX = side === "left" ? x - width : x;
  }
  return placed;
}

type Standing = { mark: EventMark; x: number };

/** From the newest on: those whose dots would touch stand as one, at the newest of them. */
function closeTogether(newest: readonly Standing[]): [Standing, ...Standing[]][] {
  const groups: [Standing, ...Standing[]][] = [];
  for (const each of newest) {
    const last = groups.at(-1);
    if (last !== undefined && last[0].x - each.x < apartPixels) last.push(each);
    else groups.push([each]);
  }
  return groups;
}
