import { type CSSProperties, memo, type ReactNode } from "react";
import type { Figure, Figures } from "#service/api.ts";
import { formatCount, formatDuration, formatPercent } from "../../ui/format.ts";
import { Source } from "../../ui/source.tsx";
import { notReportedWords, otherWay } from "./figure-words.ts";
import type { PaceShown } from "./pace-words.ts";
import type { Sparks, SparkSeries } from "./spark-series.ts";
import { Sparkline } from "./sparkline.tsx";
import { WithUnits } from "./with-units.tsx";

type KeyFiguresProps = {
  figures: Figures;
  providerName: string;
  /** Calls created today, where the list tells. */
  today: number | undefined;
  sparks: Sparks;
  /** Calls or contacts an hour, where it was observed. */
  pace: PaceShown | undefined;
  /** What counted figures are of, while the list is still being read. */
  readSoFar: string | undefined;
  /** Whether the number of calls is one of those counted. */
  callsCounted: boolean;
};

/** Those figures that are reported or can be counted, each with its source; the others in one sentence. */
export function KeyFigures({ figures, providerName, today, sparks, pace, readSoFar, callsCounted }: KeyFiguresProps) {
  const read = readSoFar === undefined;
  const all: KeyFigureProps[] = [
    {
      name: "Calls",
      figure: figures.totalCalls,
      format: formatCount,
      below: read ? today !== undefined && `${formatCount(today)} today` : callsCounted && readSoFar,
      spark: read && sparks.calls,
    },
    { name: "Completed", inSentence: "Completed calls", figure: figures.completedCalls, format: formatCount, below: readSoFar, spark: read && sparks.completed },
    { name: "Failed", inSentence: "Failed calls", figure: figures.failedCalls, format: formatCount, below: readSoFar, spark: read && sparks.failed },
    { name: "Success rate", figure: figures.successRatePercent, format: formatPercent, below: readSoFar, spark: sparks.successRate },
    { name: "Average duration", figure: figures.averageDurationSeconds, format: formatDuration, below: readSoFar, spark: sparks.duration },
  ];
  const known = [...all.filter(({ figure }) => figure.shown.reported), ...(pace === undefined ? [] : [{ name: "Pace", ...pace, spark: sparks.pace }])];
  const missing = notReportedWords(all.filter(({ figure }) => !figure.shown.reported).map(({ name, inSentence }) => inSentence ?? name), providerName);
  return (
    <>
      {known.length > 0 && (
        <dl style={numberOf(known)} className="grid grid-cols-[repeat(var(--figures),minmax(0,1fr))] border-y border-line @max-[860px]/stats:grid-cols-3 @max-[560px]/stats:grid-cols-2">
          {known.map((props) => (
            <KeyFigure key={props.name} {...props} many={known.length} />
          ))}
        </dl>
      )}
      {missing !== undefined && <p className="mt-2 text-note text-ink-3">{missing}</p>}
    </>
  );
}

function numberOf(known: readonly unknown[]): CSSProperties & Record<"--figures", number> {
  return { "--figures": known.length };
}

/* Hairlines between neighbours only: as many as there are, three or two to a row. */
const cell = [
  "relative flex min-w-0 flex-col border-line py-4 pr-2 pl-5 not-first:border-l first:pl-0",
  "@max-[560px]/stats:odd:border-l-0 @max-[560px]/stats:odd:pl-0 @max-[560px]/stats:even:border-l @max-[560px]/stats:even:pl-4",
  "@max-[560px]/stats:last:odd:col-span-full",
].join(" ");

/* Lines below the upper rows, where three to a row are not all. */
const upperRows = [
  "@max-[860px]/stats:nth-[4]:border-l-0 @max-[860px]/stats:nth-[4]:pl-0 @max-[860px]/stats:nth-[-n+3]:border-b",
  "@max-[560px]/stats:nth-[4]:not-last:border-b @max-[560px]/stats:nth-[4]:border-l @max-[560px]/stats:nth-[4]:pl-4",
].join(" ");

type KeyFigureProps = {
  name: string;
  /** Its name where no heading says what it is of. */
  inSentence?: string;
  figure: Figure;
  format: (value: number) => string;
  below?: ReactNode;
  spark?: SparkSeries | undefined | false;
};

const sparkBeside = "absolute top-4 right-5 text-right @max-[1240px]/stats:static @max-[1240px]/stats:mt-2 @max-[1240px]/stats:flex @max-[1240px]/stats:items-end @max-[1240px]/stats:gap-2";
/* More than five leave a line no room beside its figure. */
const sparkBelow = "mt-auto flex items-end gap-2 pt-2";

/** `many`: how many figures there are in all. */
const KeyFigure = memo(function KeyFigure({ name, figure, format, below, spark, many }: KeyFigureProps & { many: number }) {
  const { shown } = figure;
  const other = otherWay(figure, format);
  return (
    <div className={many > 3 ? `${cell} ${upperRows}` : cell}>
      <dt className="text-ink-2">{name}</dt>
      <dd className="flex flex-1 flex-col">
        {shown.reported && (
          <p className="mt-0.5 text-figure whitespace-nowrap tabular-nums @max-[340px]/stats:text-[22px]">
            <Source text={shown.source}>
              <WithUnits text={format(shown.value)} />
            </Source>
          </p>
        )}
        {other ? (
          <p className="text-note text-ink-3">
            <Source text={other.source}>{other.value}</Source> {other.words}
          </p>
        ) : (
          below !== undefined && below !== false && <p className="text-note text-ink-3">{below}</p>
        )}
        {spark && <Sparkline series={spark} className={many > 5 ? sparkBelow : sparkBeside} />}
      </dd>
    </div>
  );
});
