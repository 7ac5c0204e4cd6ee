import { memo, type RefObject, useId } from "react";
import { Bar, BarChart, CartesianGrid, Tooltip, XAxis, YAxis } from "recharts";
import { formatCount } from "../../ui/format.ts";
import { AxisLabels } from "./axis-labels.tsx";
import { axisHeight, type ChartFrame } from "./chart-frame.ts";
import { ActiveSlot, ClosedBands, Selection, Veil } from "./chart-layers.tsx";
import { barSizes, countAxisWidth, countTicks } from "./chart-scale.ts";
import { ColumnShape, Patterns } from "./column-shape.tsx";
import { ColumnTip } from "./column-tip.tsx";

type CanvasProps = {
  frame: ChartFrame;
  width: number;
  height: number;
  label: string;
  /** Lists the calls of the bar at a place of the axis. */
  pick: (at: unknown) => void;
  activeSlot: RefObject<number | undefined>;
};

const margin = { top: 8, right: 0, bottom: 0, left: 0 };
const line = { stroke: "var(--line-strong)" };
const figure = { fill: "var(--ink-2)", fontSize: 11 };
/** Not mousemove: a tap moves and clicks at once, and must pick the bar below it, not the one before. */
const throttledEvents = ["touchmove"] as const;

/**
 * The chart as the chart library lays it out: axes, grid, rooms for bars, and
 * which bar is pointed at. What a poll changes is drawn in it from the `Drawing`.
 */
export const ChartCanvas = memo(function ChartCanvas({ frame, width, height, label, pick, activeSlot }: CanvasProps) {
  const stripes = useId();
  const ground = useId();
  const ticks = countTicks(frame.top);
  const axisWidth = countAxisWidth(frame.top);
  const { drawnSlots, pitch, bar } = barSizes(width - axisWidth - 2, frame.slots);
  return (
    <BarChart
      data={frame.rooms}
      width={width}
      height={height}
      margin={margin}
      barSize={bar}
      throttledEvents={throttledEvents}
      accessibilityLayer
      aria-label={label}
      className="cursor-pointer select-none [&_[tabindex='-1']]:outline-none"
      onClick={({ activeLabel }) => pick(activeLabel)}
    >
      <Patterns stripes={stripes} ground={ground} />
      <ClosedBands width={bar + 6} fill={`url(#${ground})`} />
      <CartesianGrid vertical={false} horizontalValues={ticks} stroke="var(--line)" />
      <XAxis
        dataKey="at"
        type="number"
        domain={[0, drawnSlots]}
        height={axisHeight(frame)}
        tick={false}
        tickLine={false}
        axisLine={line}
      />
      <YAxis
        domain={[0, frame.top]}
        ticks={ticks}
        interval={0}
        width={axisWidth}
        tickFormatter={formatCount}
        tick={figure}
        tickLine={false}
        axisLine={false}
        className="tabular-nums"
      />
      <Bar dataKey={() => frame.top} shape={(room) => <ColumnShape room={room} stripes={stripes} />} isAnimationActive={false} />
      <Veil />
      <Selection />
      <AxisLabels inset={(pitch - bar) / 2} />
      <ActiveSlot slotRef={activeSlot} />
      <Tooltip cursor={false} isAnimationActive={false} offset={12} content={({ active, label: at }) => (active ? <ColumnTip at={at} /> : null)} />
    </BarChart>
  );
});
