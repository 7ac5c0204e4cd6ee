import type { BarShapeProps } from "recharts";
import { markColor } from "../../ui/mark.tsx";
import { segmentsOf } from "./chart-scale.ts";
import type { Column } from "./time-model.ts";

const lowestBar = 2;
const narrowestStriped = 6;

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
          fill={segment.outcome === "unknown" && width >= narrowestStriped ? `url(#${stripes})` : markColor(segment.outcome)}
        />
      ))}
    </g>
  );
}

/** The stripes of outcomes Callboard has no word for, and of the ground that closed hours stand on. */
export function Patterns({ stripes, ground }: { stripes: string; ground: string }) {
  return (
    <defs>
      <pattern id={stripes} width="5" height="5" patternUnits="userSpaceOnUse">
        <rect width="3" height="5" fill={markColor("unknown")} />
      </pattern>
      <pattern id={ground} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="1" height="5" fill="var(--line-strong)" />
      </pattern>
    </defs>
  );
}
