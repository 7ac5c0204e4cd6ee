import type { ReactNode } from "react";
import type { Instant } from "#campaign/campaign.ts";
import type { CampaignAnswer } from "#service/api.ts";
import { formatWait } from "../../ui/format.ts";
import { momentGone } from "./moment-words.ts";
import { wordPast } from "./past-words.ts";
import { wordSentence } from "./sentence-words.ts";

type SentenceTextProps = {
  answer: CampaignAnswer;
  now: Instant;
  zone: string;
  /** Given once the data is too old to speak in the present: when it was read. */
  pastSince: Instant | undefined;
};

/** What the campaign is doing and why, or, of old data, what it was doing. */
export function SentenceText({ answer, now, zone, pastSince }: SentenceTextProps): ReactNode {
  if (pastSince === undefined) return <Present answer={answer} now={now} zone={zone} />;
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
function Present({ answer, now, zone }: Omit<SentenceTextProps, "pastSince">): ReactNode {
  const { progress } = answer;
  const { what, why, until } = wordSentence(answer.sentence, {
    now,
    zone,
    providerName: answer.connection.provider.name,
    hoursReported: answer.hours.reported,
    done: progress.total.reported ? { count: progress.done.count, total: progress.total.value, measure: progress.measure } : undefined,
  });
  return (
    <>
      <b className="font-figure text-ink">{what}</b>
      {why !== undefined && ` ${why}`}
      {until !== undefined && until > now && (
        <span aria-live="off">
          , in <span className="whitespace-nowrap">{formatWait(until - now)}</span>
        </span>
      )}
      {why !== undefined && "."}
    </>
  );
}
