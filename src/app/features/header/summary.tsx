import type { ReactNode } from "react";
import type { Instant } from "#campaign/campaign.ts";
import type { CampaignAnswer } from "#service/api.ts";
import type { Settings } from "../../client/use-settings.ts";
import { Badge } from "../../ui/badge.tsx";
import { formatWait, wholeMinute } from "../../ui/format.ts";
import { Icon } from "../../ui/icon.tsx";
import { Facts } from "./facts.tsx";
import { attentionOf } from "./attention.ts";
import { momentGone } from "./moment-words.ts";
import { wordPast } from "./past-words.ts";
import { wordSentence } from "./sentence-words.ts";
import { StatusBadge } from "./status-badge.tsx";

type SummaryProps = {
  answer: CampaignAnswer;
  settings: Settings;
  now: Instant;
  /** The zone times are shown in. */
  zone: string;
  /** Given once the data is too old to speak in the present: when it was read. */
  pastSince: Instant | undefined;
  /** Leads to the Files panel. */
  onShowFiles: () => void;
};

/** Name, status, one sentence: the answer before any chart. */
export function Summary({ answer, settings, now, zone, pastSince, onShowFiles }: SummaryProps) {
  const { campaign, connection, files } = answer;
  const attention = files.reported ? attentionOf(files.value, now) : undefined;
  const description = campaign.description.reported ? campaign.description.value : undefined;
  return (
    <section
      aria-label="Summary"
      className="grid grid-cols-[minmax(0,1fr)_fit-content(56%)] items-end gap-x-10 pt-10 pb-8 @max-desk:block @max-phone:pt-6 @max-phone:pb-5"
    >
      <div>
        <div className="flex flex-wrap items-center gap-x-3.5 gap-y-2">
          <h1 className="text-h1 [overflow-wrap:anywhere] @max-phone:text-[1.5rem] @max-phone:leading-[1.875rem]">
            {campaign.name}
          </h1>
          <StatusBadge status={campaign.status} />
          {connection.demo && <Badge tone="neutral">Demo data</Badge>}
        </div>
        <p
          aria-live="polite"
          className="mt-1.5 max-w-[46em] text-lead font-lead text-pretty text-ink-2 @max-phone:mt-2 @max-phone:text-[1.0625rem] @max-phone:leading-6"
        >
          {pastSince === undefined ? (
            <Present answer={answer} now={now} zone={zone} />
          ) : (
            <>
              <b className="font-figure text-ink">
                At {momentGone(pastSince, now, zone)} it was {wordPast(answer.sentence)}.
              </b>{" "}
              What it does now is not known.
            </>
          )}
        </p>
        <div aria-live="polite">
          {attention !== undefined && (
            <p className="mt-2 flex items-center gap-[7px] text-warn">
              <Icon name="warn" />
              <button type="button" onClick={onShowFiles} className="rounded-1 text-left underline underline-offset-3 max-phone:min-h-10">
                {attention}
              </button>
            </p>
          )}
        </div>
        {description !== undefined && description !== "" && (
          <p className="mt-2 max-w-[72ch] text-ink-3 [overflow-wrap:anywhere]">{description}</p>
        )}
      </div>
      <div className="@max-desk:mt-5">
        <Facts campaign={settings} connection={connection} hours={answer.hours} now={wholeMinute(now)} zone={zone} />
      </div>
    </section>
  );
}

/** The countdown is left out of what a screen reader is told: it moves every minute. */
function Present({ answer, now, zone }: { answer: CampaignAnswer; now: Instant; zone: string }): ReactNode {
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
