import { memo, useEffect, useRef, useState } from "react";
import type { CallsReading } from "#service/api.ts";
import { useNow } from "../../client/clock.ts";
import { useOldCalls } from "../../client/freshness.ts";
import { formatAge, formatWait } from "../../ui/format.ts";
import { NoticeBar } from "../../ui/notice.tsx";
import { readingWords } from "./reading-words.ts";
import type { Subject } from "./subject.ts";

type ReadingProps = { connection: string; campaign: string; subject: Pick<Subject, "reports" | "pages" | "missing"> };

/** What the table has: how far a history in pages has been read and how old it is, and what is not reported of calls. */
export const HistoryReading = memo(function HistoryReading({ connection, campaign, subject }: ReadingProps) {
  const now = useNow(10_000);
  const oldest = useOldCalls(connection, campaign);
  const { reports, pages: reading, missing } = subject;
  const { rowsAre } = reports;
  const rows = reading?.rows ?? 0;
  const age = oldest === undefined ? undefined : formatAge(now - oldest);
  const words = reading && readingWords({ rows, reading, rowsAre, age });
  return (
    <div className="mb-3 space-y-2 empty:hidden">
      {reading?.problem !== undefined && <Problem problem={reading.problem} now={now} rowsAre={rowsAre} kept={rows > 0} />}
      {(words !== undefined || missing !== undefined) && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          {words !== undefined && <p className="text-ink-2 tabular-nums">{words}</p>}
          {reading?.complete === false && reading.total !== undefined && <Bar rows={rows} total={reading.total} label={`Reading the ${rowsAre}`} />}
          {missing !== undefined && <p className="text-ink-3">{missing}</p>}
        </div>
      )}
      {reading !== undefined && <SaidOnce complete={reading.complete} words={words} />}
    </div>
  );
});

function Bar({ rows, total, label }: { rows: number; total: number; label: string }) {
  const read = Math.min(rows, total);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={read}
      className="h-1 max-w-64 min-w-24 flex-1 overflow-hidden rounded-full bg-track print:hidden"
    >
      <div className="h-full bg-ink-2" style={{ width: `${(100 * read) / Math.max(1, total)}%` }} />
    </div>
  );
}

type ProblemProps = { problem: NonNullable<CallsReading["problem"]>; now: number; rowsAre: string; kept: boolean };

function Problem({ problem, now, rowsAre, kept }: ProblemProps) {
  const { detail, retryAt } = problem;
  return (
    <div role="status" aria-atomic="false">
      <NoticeBar tone="warn" icon="warn">
        <b>The {rowsAre} could not be read.</b> {detail}.{kept && " What was read before stays."}
        {/* It counts down: to hear every step of it would help nobody. */}
        <span aria-live="off">{retryAt !== undefined && retryAt > now && ` Next try in ${formatWait(retryAt - now)}.`}</span>
      </NoticeBar>
    </div>
  );
}

/** The end of the reading for those who do not see the bar; what it was on the way is not said. */
function SaidOnce({ complete, words }: { complete: boolean; words: string | undefined }) {
  const was = useRef(complete);
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (complete && !was.current) setSaid(words ?? "");
    was.current = complete;
  }, [complete, words]);
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}
