import { memo } from "react";
import type { BarShapeProps } from "recharts";
import type { OutcomeCounts } from "#campaign/outcome.ts";
import { markColor } from "../../ui/mark.tsx";
import { segmentsOf } from "./chart-scale.ts";
import { useDrawing } from "./drawing.ts";

const lowestBar = 2;
const narrowestStriped = 6;

/** One bar cut by outcome, as high in its room as it has calls. An hour to come is a short tick on the base line. */
export function ColumnShape({ room, stripes }: { room: BarShapeProps; stripes: string }) {
  const { model, top } = useDrawing();
  const column = model.columns[room.originalDataIndex];
  const { x, y, width, height } = room;
  const base = y + height;
  if (column === undefined) return <g />;
  if (column.calls === 0) {
    return column.ahead ? <rect x={x} y={base - 2} width={width} height={2} fill="var(--line-strong)" /> : <g />;
  }
  return <Stack counts={column.counts} height={Math.max(lowestBar, (height * column.calls) / top)} {...{ x, base, width, stripes }} />;
}

type StackProps = { counts: OutcomeCounts; x: number; base: number; width: number; height: number; stripes: string };

const Stack = memo(function Stack({ counts, x, base, width, height, stripes }: StackProps) {
  return (
    <g>
      {segmentsOf(counts, height).map((segment) => (
        <rect
          key={segment.outcome}
          x={x}
          y={base - segment.bottom - segment.height}
          width={width}
          height={segment.height}
          fill={segment.outcome === "unknown" && width >= narrowestStriped ? `url(#${stripes})` : markColor(segment.outcome)}
          className="rise-on-poll"
        />
      ))}
    </g>
  );
});

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
