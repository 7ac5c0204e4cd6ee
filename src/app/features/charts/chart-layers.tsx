import { type RefObject, useEffect } from "react";
import { useActiveTooltipLabel, useIsTooltipActive, usePlotArea, useXAxisScale, ZIndexLayer } from "recharts";
import { useDrawing } from "./drawing.ts";

const layers = { bands: -60, veil: 350, selection: 360 };

/** The bar under the pointer or focus, by its place on the axis. */
function useActiveSlot(): number | undefined {
  const label = useActiveTooltipLabel();
  const active = useIsTooltipActive();
  return active && label !== undefined ? Number(label) : undefined;
}

/** Tells the chart's frame which bar is active, for keys the chart does not handle itself. */
export function ActiveSlot({ slotRef }: { slotRef: RefObject<number | undefined> }) {
  const slot = useActiveSlot();
  useEffect(() => {
    slotRef.current = slot;
  }, [slotRef, slot]);
  return null;
}

/** Fades every bar but the active one. */
export function Veil() {
  const slot = useActiveSlot();
  const scale = useXAxisScale();
  const plot = usePlotArea();
  const from = slot === undefined ? undefined : scale?.(slot - 0.5);
  const to = slot === undefined ? undefined : scale?.(slot + 0.5);
  return (
    <ZIndexLayer zIndex={layers.veil}>
      {plot && from !== undefined && to !== undefined && (
        <g fill="var(--canvas)" opacity={0.6}>
          <rect x={plot.x} y={plot.y} width={Math.max(0, from - plot.x)} height={plot.height} />
          <rect x={to} y={plot.y} width={Math.max(0, plot.x + plot.width - to)} height={plot.height} />
        </g>
      )}
    </ZIndexLayer>
  );
}

/** The quiet ground on which calls created in closed hours stand. */
export function ClosedBands({ width, fill }: { width: number; fill: string }) {
  const { columns } = useDrawing().model;
  const scale = useXAxisScale();
  const plot = usePlotArea();
  return (
    <ZIndexLayer zIndex={layers.bands}>
      {plot &&
        columns.map(({ kind, slot }) => {
          const middle = scale?.(slot + 0.5);
          if (kind !== "closed" || middle === undefined) return null;
          return <rect key={slot} x={middle - width / 2} y={plot.y} width={width} height={plot.height} fill={fill} />;
        })}
    </ZIndexLayer>
  );
}

/** A mark under the bar whose calls are being listed. */
export function Selection() {
  const { selected: column } = useDrawing();
  const scale = useXAxisScale();
  const plot = usePlotArea();
  const from = column && scale?.(column.slot);
  const to = column && scale?.(column.slot + 1);
  return (
    <ZIndexLayer zIndex={layers.selection}>
      {plot && from !== undefined && to !== undefined && (
        <rect x={from} y={plot.y + plot.height} width={to - from} height={3} fill="var(--ink)" />
      )}
    </ZIndexLayer>
  );
}
