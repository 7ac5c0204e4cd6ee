import { useNow } from "../../client/clock.ts";
import type { Freshness } from "../../client/freshness.ts";
import { Button } from "../../ui/button.tsx";
import { formatAge, formatDayTime } from "../../ui/format.ts";
import { NoticeBar } from "../../ui/notice.tsx";
import { isToWait, type Trouble } from "./trouble.ts";
import { type Names, wordRetry, wordTrouble } from "./trouble-words.ts";

type TroubleStripProps = {
  trouble: Trouble | undefined;
  freshness: Freshness;
  names: Names;
  zone: string;
  onRetry: () => void;
};

const needsPerson: Trouble["code"][] = ["credential_refused", "forbidden", "too_large", "redirected"];

/** Cause, what is kept, next step: above figures that are no longer renewed. */
export function TroubleStrip({ trouble, freshness, names, zone, onRetry }: TroubleStripProps) {
  const now = useNow(1_000);
  const { state, readAt } = freshness;
  const words = trouble && wordTrouble(trouble, names);
  const again = trouble && wordRetry(trouble.retryAt ?? freshness.nextPollAt, now);
  const action = (trouble === undefined || !isToWait(trouble)) && (
    <Button size="small" onClick={onRetry}>
      Try now
    </Button>
  );

  if (state === "not_live" && readAt !== undefined) {
    return (
      <aside aria-label="State of the data" className="bg-warn text-ink-inverse">
        <div className="wrap flex flex-wrap items-center gap-x-4 gap-y-2 py-3 tabular-nums">
          <p role="status" className="text-lead font-title">
            NOT LIVE
          </p>
          <div className="min-w-0 flex-1 basis-72 text-pretty [overflow-wrap:anywhere]">
            <b>
              The figures are {formatAge(now - readAt)} old, from {formatDayTime(readAt, zone)}.
            </b>{" "}
            {words === undefined ? "Nothing newer could be read since." : `${words.cause}. ${words.next}`} {again}
          </div>
          <div className="text-ink">{action}</div>
        </div>
      </aside>
    );
  }
  if (trouble === undefined || words === undefined) return null;
  const tone = trouble.unanswered ? "neutral" : needsPerson.includes(trouble.code) ? "danger" : "warn";
  return (
    <aside aria-label="State of the data" className="wrap pt-4 tabular-nums">
      <NoticeBar tone={tone} icon={trouble.unanswered ? "offline" : "warn"} action={action}>
        <b role="status">{words.cause}.</b>{" "}
        {readAt !== undefined && `Figures are from ${formatDayTime(readAt, zone)} and stay as they were.`} {words.next} {again}
      </NoticeBar>
    </aside>
  );
}
