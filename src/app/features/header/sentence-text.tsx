import { lazy, type ReactNode, Suspense } from "react";
import type { Instant } from "#campaign/campaign.ts";
import { formatWait } from "../../ui/format.ts";
import type { CausesProps } from "./causes.tsx";
import { wordSentence } from "./sentence-words.ts";

// Asked for at once, but what it is doing is readable before why, and before it is past.
const causes = import("./causes.tsx");
const Causes = lazy(async () => ({ default: (await causes).Causes }));
const Past = lazy(async () => ({ default: (await causes).Past }));

type SentenceTextProps = CausesProps & {
  /** Given once the data is too old to speak in the present: when it was read. */
  pastSince: Instant | undefined;
  /** Read from afar: one cause instead of what is next. */
  brief?: boolean;
};

/** What the campaign is doing and why, or, of old data, what it was doing. */
export function SentenceText({ pastSince, ...present }: SentenceTextProps): ReactNode {
  if (pastSince === undefined) return <Present {...present} />;
  return (
    <Suspense>
      <Past {...present} pastSince={pastSince} />
    </Suspense>
  );
}

/** The countdown is left out of what a screen reader is told: it moves every minute. */
function Present({ brief = false, ...shown }: Omit<SentenceTextProps, "pastSince">): ReactNode {
  const { answer, now, zone } = shown;
  const { progress } = answer;
  const { what, why, until } = wordSentence(answer.sentence, {
    now,
    zone,
    providerName: answer.connection.provider.name,
    hoursReported: answer.hours.reported,
    done: progress.total.reported ? { count: progress.done.count, total: progress.total.value, measure: progress.measure } : undefined,
  });
  const next = (
    <>
      {why !== undefined && ` ${why}`}
      {until !== undefined && until > now && (
        <span aria-live="off">
          , in <span className="whitespace-nowrap">{formatWait(until - now)}</span>
        </span>
      )}
      {why !== undefined && "."}
    </>
  );
  return (
    <>
      <b className="font-figure text-ink">{what}</b>
      <Suspense fallback={brief && next}>
        <Causes {...shown} otherwise={brief && next} />
      </Suspense>
      {!brief && next}
    </>
  );
}
