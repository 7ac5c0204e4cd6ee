import type { BarShapeProps } from "recharts";
import { markColor } from "../../ui/mark.tsx";
import { segmentsOf } from "./chart-scale.ts";
import type { Column } from "./time-model.ts";

const lowestBar = 2;

/** One bar cut by outcome. An hour to come is a short tick on the base line. */
export function ColumnShape({ column, bar, stripes }: { column: Column; bar: BarShapeProps; stripes: string }) {
  const { x, y, width, height } = bar;
  const base = y + height;
  if (column.calls === 0) {
    return column.ahead ? <rect x={x} y={base - 2} width={width} height={2} fill="var(--line-strong)" /> : null;
  }
  return (
    <g>
      {segmentsOf(column.counts, Math.max(lowestBar, height)).map((segment) => (
        <rect
          key={segment.outcome}
          x={x}
          y={base - segment.bottom - segment.height}
          width={width}
          height={segment.height}
          fill={segment.outcome === "unknown" ? `url(#${stripes})` : markColor(segment.outcome)}
        />
      ))}
    </g>
  );
}

/** The stripes of outcomes Callboard has no word for. */
export function Stripes({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="2.4" height="4" fill={markColor("unknown")} />
      </pattern>
    </defs>
  );
}
