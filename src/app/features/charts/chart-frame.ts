import { scaleTop } from "./chart-scale.ts";
import type { Column, TimeModel } from "./time-model.ts";

/** All that the chart is laid out by. Bars grow in their rooms without laying it out anew. */
export type ChartFrame = {
  /** The room of each bar: its middle on the axis. */
  rooms: { at: number }[];
  /** Length of the axis, in widths of one bar. */
  slots: number;
  /** Calls at the top of the scale. */
  top: number;
  /** Lines of the labels below. */
  lines: 1 | 2;
};

const middle = 0.5;
/** Room above the highest bar when the chart is laid out: a bar that grows soon grows on. */
const room = 1.1;
/** With more above the bars than this the scale comes down. */
const mostRoom = 1.4;

const axisLine = 29;
const secondLine = 15;

/** Height of the labels below the bars, in pixels. */
export function axisHeight({ lines }: ChartFrame): number {
  return lines === 2 ? axisLine + secondLine : axisLine;
}

/** The column at a place of the axis, as the chart library hands places back. */
export function columnAt({ columns }: TimeModel, at: unknown): Column | undefined {
  return columns.find(({ slot }) => slot + middle === Number(at));
}

/** The frame of a model; `last` itself where it fits, so that the chart is laid out anew only when it must be. */
export function frameOf(model: TimeModel, last?: ChartFrame): ChartFrame {
  const { columns, slots, most } = model;
  const fits = last !== undefined && most <= last.top && last.top <= Math.max(1, mostRoom * most);
  const top = fits ? last.top : scaleTop(Math.floor(room * most));
  const frame: ChartFrame = { rooms: columns.map(({ slot }) => ({ at: slot + middle })), slots, top, lines: hasTwoLines(model) ? 2 : 1 };
  return last !== undefined && JSON.stringify(frame) === JSON.stringify(last) ? last : frame;
}

/** Days carry their totals, hours of one day nothing, and "closed hours" takes two lines. */
function hasTwoLines({ unit, groups, columns }: TimeModel): boolean {
  return unit === "day" || groups.length > 1 || columns.some(({ kind }) => kind === "closed");
}
