import { memo } from "react";
import { usePlotArea, useXAxisScale } from "recharts";
import { formatCount, formatDay } from "../../ui/format.ts";
import { axisTextWidth, placeLabels } from "./chart-scale.ts";
import { useDrawing } from "./drawing.ts";
import type { TimeModel } from "./time-model.ts";
import { hourLabels, type Zones } from "./time-words.ts";

type Label = { id: number; x: number; width: number; lines: string[]; strong: boolean };

/** Days with their totals, or the hours of one day; labels that would touch are left out, never today's. `inset`: from a slot to its bar. */
export function AxisLabels({ inset }: { inset: number }) {
  const { model, zones } = useDrawing();
  const scale = useXAxisScale();
  const plot = usePlotArea();
  if (!plot || !scale) return null;
  const oneDay = model.unit === "hour" && model.groups.length === 1;
  const labels = oneDay ? hourLabelsOf(model, zones, scale) : dayLabelsOf(model, zones, scale, inset);
  const places = placeLabels(labels, plot.x + plot.width);
  const top = plot.y + plot.height + 18;
  return (
    <g aria-hidden="true" className="text-axis tabular-nums">
      {labels.map(({ id, lines, strong }, index) => {
        const place = places[index];
        const [first = "", second] = lines;
        return place?.shown && <LabelText key={id} x={place.x} {...{ top, first, second, strong }} />;
      })}
    </g>
  );
}

/** All plain values: of many days only today's total changes. */
const LabelText = memo(function LabelText({ x, top, first, second, strong }: { x: number; top: number; first: string; second: string | undefined; strong: boolean }) {
  return (
    <text x={x} y={top}>
      <tspan x={x} fill={strong ? "var(--ink)" : "var(--ink-2)"} className={strong ? "font-title" : ""}>
        {first}
      </tspan>
      {second !== undefined && (
        <tspan x={x} dy={15} fill="var(--ink-3)">
          {second}
        </tspan>
      )}
    </text>
  );
});

type Scale = NonNullable<ReturnType<typeof useXAxisScale>>;

function dayLabelsOf(model: TimeModel, zones: Zones, scale: Scale, inset: number): Label[] {
  return model.groups.map(({ start, calls, firstSlot, today }) => {
    const lines = [today ? "Today" : formatDay(start, zones.days), formatCount(calls)];
    return { id: start, x: (scale(firstSlot) ?? 0) + inset, width: widest(lines), lines, strong: today };
  });
}

function hourLabelsOf(model: TimeModel, zones: Zones, scale: Scale): Label[] {
  const hours = hourLabels(model.columns, zones.clock);
  return model.columns.map(({ kind, slot, start, calls }, index) => {
    const lines = kind === "closed" ? ["closed", "hours"] : [hours[index] ?? ""];
    const width = widest(lines);
    return { id: start + calls, x: (scale(slot + 0.5) ?? 0) - width / 2, width, lines, strong: false };
  });
}

function widest(lines: readonly string[]): number {
  return Math.max(...lines.map(axisTextWidth));
}
