import { type SparkSeries, sparkPoints } from "./spark-series.ts";

const box = { width: 96, height: 28 };

/** A small line of real counts beside a figure, its span named. A picture only: the bars below hold the numbers. */
export function Sparkline({ series, className = "" }: { series: SparkSeries; className?: string }) {
  const points = sparkPoints(series.values, box.width, box.height);
  const end = points.at(-1);
  return (
    <div aria-hidden="true" className={`text-axis whitespace-nowrap text-ink-3 ${className}`}>
      <svg {...box} className="block">
        <polyline
          points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ")}
          fill="none"
          stroke="var(--ink-3)"
          strokeWidth="1.4"
          strokeLinejoin="round"
          strokeLinecap="round"
        />
        {end && <circle cx={end.x} cy={end.y} r="2.4" fill="var(--ink)" />}
      </svg>
      <span>{series.span}</span>
    </div>
  );
}
