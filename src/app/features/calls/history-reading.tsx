import type { CampaignAnswer } from "#service/api.ts";
import { useNow } from "../../client/clock.ts";
import { useOldCalls } from "../../client/freshness.ts";
import { formatAge, formatCount, formatWait } from "../../ui/format.ts";
import { NoticeBar } from "../../ui/notice.tsx";

type ReadingProps = { connection: string; campaign: string; answer: CampaignAnswer };

/** How far a history that comes in pages has been read, how old its oldest page is, and why it cannot be read. */
export function HistoryReading({ connection, campaign, answer }: ReadingProps) {
  const now = useNow(10_000);
  const oldest = useOldCalls(connection, campaign);
  const calls = answer.calls.reported ? answer.calls.value : undefined;
  const reading = calls?.reading;
  if (calls === undefined || reading === undefined) return null;
  const { total, complete, problem } = reading;
  const noun = answer.reports.rowsAre;
  const age = oldest === undefined ? undefined : `the oldest of them ${formatAge(now - oldest)} ago`;
  const short = complete && total !== undefined && calls.rows < total;
  const filling = !complete && total !== undefined;
  return (
    <div className="mb-3 space-y-2 empty:hidden print:hidden">
      {problem !== undefined && (
        <div role="alert">
          <NoticeBar tone="warn" icon="warn">
            <b>The {noun} cannot be read now.</b> {problem.detail}.{" "}
            {problem.retryAt !== undefined && problem.retryAt > now && `Next try in ${formatWait(problem.retryAt - now)}. `}
            {calls.rows > 0 && "What was read before stays."}
          </NoticeBar>
        </div>
      )}
      {filling && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5 text-ink-2">
          <p className="tabular-nums">
            <b className="text-ink">{formatCount(calls.rows)}</b> of {formatCount(total)} {noun} read
            {age === undefined ? "" : `, ${age}`}; the rest {answer.reports.callTimes ? "fills in behind" : "follows"}.
          </p>
          <div
            role="progressbar"
            aria-label={`Reading the ${noun}`}
            aria-valuemin={0}
            aria-valuemax={total}
            aria-valuenow={Math.min(calls.rows, total)}
            className="h-1 min-w-24 flex-1 overflow-hidden rounded-full bg-track"
          >
            <div className="h-full bg-ink-2" style={{ width: `${(100 * calls.rows) / Math.max(1, total)}%` }} />
          </div>
        </div>
      )}
      {complete && (short || age !== undefined) && (
        <p className="text-ink-2 tabular-nums">
          {short ? `${formatCount(calls.rows)} of ${formatCount(total)} ${noun} are listed` : `All ${noun} read`}
          {age === undefined ? "" : `, ${age}`}.
        </p>
      )}
    </div>
  );
}
