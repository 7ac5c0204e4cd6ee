import { lazy, type ReactNode, Suspense } from "react";
import type { Instant } from "#campaign/campaign.ts";
import { formatWait } from "../../ui/format.ts";
import type { CausesProps } from "./causes.tsx";
import { momentGone } from "./moment-words.ts";
import { wordPast } from "./past-words.ts";
import { wordSentence } from "./sentence-words.ts";

const causes = import("./causes.tsx");
const Causes = lazy(async () => ({ default: (await causes).Causes }));

type SentenceTextProps = CausesProps & {
  /** Given once the data is too old to speak in the present: when it was read. */
  pastSince: Instant | undefined;
  /** Read from afar: one cause instead of what is next. */
  brief?: boolean;
};

/** What the campaign is doing and why, or, of old data, what it was doing. */
export function SentenceText({ pastSince, ...present }: SentenceTextProps): ReactNode {
  const { answer, now, zone } = present;
  if (pastSince === undefined) return <Present {...present} />;
  return (
    <>
      <b className="font-figure text-ink">
        At {momentGone(pastSince, now, zone)} it was {wordPast(answer.sentence)}.
      </b>{" "}
      What it does now is not known.
    </>
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
