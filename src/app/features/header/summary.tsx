import type { Instant } from "#campaign/campaign.ts";
import type { CampaignAnswer } from "#service/api.ts";
import type { Settings } from "../../client/use-settings.ts";
import { Badge } from "../../ui/badge.tsx";
import { wholeMinute } from "../../ui/format.ts";
import { Icon } from "../../ui/icon.tsx";
import { Facts } from "./facts.tsx";
import { attentionOf } from "./attention.ts";
import { SentenceText } from "./sentence-text.tsx";
import { StatusBadge } from "./status-badge.tsx";

type SummaryProps = {
  campaign: string;
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
export function Summary({ campaign: id, answer, settings, now, zone, pastSince, onShowFiles }: SummaryProps) {
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
          <SentenceText campaign={id} answer={answer} now={now} zone={zone} pastSince={pastSince} />
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
