import { type KeyboardEvent, memo, useId, useMemo, useRef } from "react";
import { Bar, BarChart, type BarProps, type BarShapeProps, CartesianGrid, matchByDataKey, Tooltip, XAxis, YAxis } from "recharts";
import { formatCount } from "../../ui/format.ts";
import { AxisLabels } from "./axis-labels.tsx";
import { ActiveSlot, ClosedBands, Selection, Veil } from "./chart-layers.tsx";
import { axisTextWidth, barSizes, countTicks } from "./chart-scale.ts";
import { ColumnShape, Patterns } from "./column-shape.tsx";
import { ColumnTip } from "./column-tip.tsx";
import type { Column, TimeModel } from "./time-model.ts";
import type { Zones } from "./time-words.ts";

type TimeChartProps = {
  model: TimeModel;
  zones: Zones;
  width: number;
  height: number;
  label: string;
  inProgressReported: boolean;
  selected: Column | undefined;
  onPick: (column: Column) => void;
};

const middle = 0.5;
const axisLine = 29;
const secondLine = 15;
const growMilliseconds = 400;
/** Not mousemove: a tap moves and clicks at once, and must pick the bar below it, not the one before. */
const throttledEvents = ["touchmove"] as const;

/** Bars by outcome over time. Arrow keys move between bars, Enter picks one as a click does. */
export const TimeChart = memo(function TimeChart(props: TimeChartProps) {
  const { model, zones, width, height, label, inProgressReported, selected, onPick } = props;
  const stripes = useId();
  const ground = useId();
  const activeSlot = useRef<number>(undefined);
  const ticks = countTicks(model.most);
  const axisWidth = axisTextWidth(formatCount(ticks.at(-1) ?? 0)) + 10;
  const { drawnSlots, pitch, bar } = barSizes(width - axisWidth - 2, model.slots);
  const rows = useMemo(
    () => model.columns.map(({ kind, slot, start, calls }) => ({ at: slot + middle, calls, id: `${kind} ${start}` })),
    [model],
  );
  const columnAt = (at: unknown) => model.columns.find(({ slot }) => slot + middle === Number(at));
  const pick = (at: unknown) => {
    const column = columnAt(at);
    if (column && column.calls > 0) onPick(column);
  };
  const pickByKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    pick(activeSlot.current);
  };
  const shape = (drawn: BarShapeProps) => {
    const column = model.columns[drawn.originalDataIndex];
    return column ? <ColumnShape column={column} bar={drawn} stripes={stripes} /> : <g />;
  };
  return (
    <div onKeyDownCapture={pickByKey}>
      <BarChart
        data={rows}
        width={width}
        height={height}
        margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
        barSize={bar}
        throttledEvents={throttledEvents}
        accessibilityLayer
        aria-label={label}
        className="cursor-pointer select-none [&_[tabindex='-1']]:outline-none"
        onClick={({ activeLabel }) => pick(activeLabel)}
      >
        <Patterns stripes={stripes} ground={ground} />
        <ClosedBands columns={model.columns} width={bar + 6} fill={`url(#${ground})`} />
        <CartesianGrid vertical={false} horizontalValues={ticks} stroke="var(--line)" />
        <XAxis
          dataKey="at"
          type="number"
          domain={[0, drawnSlots]}
          height={hasTwoLines(model) ? axisLine + secondLine : axisLine}
          tick={false}
          tickLine={false}
          axisLine={{ stroke: "var(--line-strong)" }}
        />
        <YAxis
          domain={[0, Math.max(1, model.most)]}
          ticks={ticks}
          interval={0}
          width={axisWidth}
          tickFormatter={formatCount}
          tick={{ fill: "var(--ink-2)", fontSize: 11 }}
          tickLine={false}
          axisLine={false}
          className="tabular-nums"
        />
        <Bar
          dataKey="calls"
          shape={shape}
          isAnimationActive="auto"
          animationDuration={growMilliseconds}
          animationInterpolateFn={growInPlace}
          animationMatchBy={matchById}
        />
        <Veil />
        <Selection column={selected} />
        <AxisLabels model={model} zones={zones} inset={(pitch - bar) / 2} />
        <ActiveSlot slotRef={activeSlot} />
        <Tooltip
          cursor={false}
          isAnimationActive={false}
          offset={12}
          content={({ active, label: at }) => {
            const column = active ? columnAt(at) : undefined;
            return column ? <ColumnTip {...{ column, zones, inProgressReported }} /> : null;
          }}
        />
      </BarChart>
    </div>
  );
});

/** Days carry their totals, hours of one day nothing, and "closed hours" takes two lines. */
function hasTwoLines({ unit, groups, columns }: TimeModel): boolean {
  return unit === "day" || groups.length > 1 || columns.some(({ kind }) => kind === "closed");
}

const matchById = matchByDataKey("id");

/** Only heights grow, from what they were: bars do not slide, and nothing moves when first drawn. */
const growInPlace: NonNullable<BarProps["animationInterpolateFn"]> = (items, elapsed) =>
  (items ?? []).flatMap((item) => {
    if (item.status === "removed") return [];
    if (item.status === "added") return [item.next];
    const { prev, next } = item;
    const height = prev.height + (next.height - prev.height) * elapsed;
    return [{ ...next, y: next.y + next.height - height, height }];
  });
