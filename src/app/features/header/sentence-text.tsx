import { lazy, type ReactNode, Suspense } from "react";
import type { Instant } from "#campaign/campaign.ts";
import type { CampaignAnswer } from "#service/api.ts";
import { formatWait } from "../../ui/format.ts";
import { momentGone } from "./moment-words.ts";
import { wordPast } from "./past-words.ts";
import { type SentenceWords, wordSentence } from "./sentence-words.ts";

const FailureJump = lazy(async () => ({ default: (await import("./failure-jump.tsx")).FailureJump }));

type SentenceTextProps = {
  campaign: string;
  answer: CampaignAnswer;
  now: Instant;
  zone: string;
  /** Given once the data is too old to speak in the present: when it was read. */
  pastSince: Instant | undefined;
  /** Read from afar: one cause, and what is next only without one. */
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

function Present({ brief = false, ...present }: Omit<SentenceTextProps, "pastSince">): ReactNode {
  const { answer, now, zone } = present;
  const { progress } = answer;
  const { what, cause, ...words } = wordSentence(answer.sentence, {
    now,
    zone,
    providerName: answer.connection.provider.name,
    hoursReported: answer.hours.reported,
    done: progress.total.reported ? { count: progress.done.count, total: progress.total.value, measure: progress.measure } : undefined,
  });
  const next = <Next {...words} now={now} />;
  return (
    <>
      <b className="font-figure text-ink">{what}</b>
      {cause !== undefined && ` ${cause}.`}
      {!(brief && cause !== undefined) && (
        <Suspense fallback={brief && next}>
          <FailureJump {...present} otherwise={brief && next} />
        </Suspense>
      )}
      {!brief && next}
    </>
  );
}

/** The countdown is left out of what a screen reader is told: it moves every minute. */
function Next({ why, until, now }: Pick<SentenceWords, "why" | "until"> & { now: Instant }): ReactNode {
  return (
    why !== undefined && (
      <>
        {` ${why}`}
        {until !== undefined && until > now && (
          <span aria-live="off">
            , in <span className="whitespace-nowrap">{formatWait(until - now)}</span>
          </span>
        )}
        .
      </>
    )
  );
}
