import type { ReactNode } from "react";
import type { Figure, Figures } from "#service/api.ts";
import { formatCount, formatDuration, formatPercent } from "../../ui/format.ts";
import { Source } from "../../ui/source.tsx";
import { otherWay, unitParts } from "./figure-words.ts";
import type { SparkSeries } from "./spark-series.ts";
import { Sparkline } from "./sparkline.tsx";

type KeyFiguresProps = {
  figures: Figures;
  /** Calls created today, where the list tells. */
  today: number | undefined;
  spark: SparkSeries | undefined;
};

/** Five figures, each with its source and, where the list says otherwise, what it says. */
export function KeyFigures({ figures, today, spark }: KeyFiguresProps) {
  return (
    <dl className="grid grid-cols-5 border-y border-line @max-[860px]/stats:grid-cols-3 @max-[560px]/stats:grid-cols-2">
      <KeyFigure
        name="Calls"
        figure={figures.totalCalls}
        format={formatCount}
        below={today !== undefined && `${formatCount(today)} today`}
        spark={spark}
      />
      <KeyFigure name="Completed" figure={figures.completedCalls} format={formatCount} />
      <KeyFigure name="Failed" figure={figures.failedCalls} format={formatCount} />
      <KeyFigure name="Success rate" figure={figures.successRatePercent} format={formatPercent} />
      <KeyFigure name="Average duration" figure={figures.averageDurationSeconds} format={formatDuration} />
    </dl>
  );
}

/* Hairlines between neighbours only: five, three or two to a row. */
const cell = [
  "relative min-w-0 border-line py-4 pr-2 pl-5 not-first:border-l first:pl-0",
  "@max-[860px]/stats:nth-[4]:border-l-0 @max-[860px]/stats:nth-[4]:pl-0 @max-[860px]/stats:nth-[-n+3]:border-b",
  "@max-[560px]/stats:odd:border-l-0 @max-[560px]/stats:odd:pl-0 @max-[560px]/stats:even:border-l @max-[560px]/stats:even:pl-4",
  "@max-[560px]/stats:nth-[4]:border-b @max-[560px]/stats:last:col-span-full",
].join(" ");

type KeyFigureProps = {
  name: string;
  figure: Figure;
  format: (value: number) => string;
  below?: ReactNode;
  spark?: SparkSeries | undefined;
};

function KeyFigure({ name, figure, format, below, spark }: KeyFigureProps) {
  const { shown } = figure;
  const other = otherWay(figure, format);
  return (
    <div className={cell}>
      <dt className="text-ink-2">{name}</dt>
      <dd>
        {shown.reported ? (
          <p className="mt-0.5 text-figure whitespace-nowrap tabular-nums @max-[340px]/stats:text-[22px]">
            <Source text={shown.source}>
              <WithUnits text={format(shown.value)} />
            </Source>
          </p>
        ) : (
          <p className="mt-0.5 text-body leading-8 text-ink-3">Not reported</p>
        )}
        {other ? (
          <p className="text-note text-ink-3">
            <Source text={other.source}>{other.value}</Source> {other.words}
          </p>
        ) : (
          below !== undefined && <p className="text-note text-ink-3">{below}</p>
        )}
        {spark && (
          <Sparkline
            series={spark}
            className="absolute top-4 right-5 text-right @max-[1240px]/stats:static @max-[1240px]/stats:mt-2 @max-[1240px]/stats:flex @max-[1240px]/stats:items-end @max-[1240px]/stats:gap-2"
          />
        )}
      </dd>
    </div>
  );
}

function WithUnits({ text }: { text: string }) {
  return unitParts(text).map((part, index) =>
    part.unit ? (
      <span key={index} className="unit">
        {part.text}
      </span>
    ) : (
      <span key={index} className={index > 0 ? "ml-[0.25em]" : ""}>
        {part.text}
      </span>
    ),
  );
}
