import { memo } from "react";
import type { Instant } from "#campaign/campaign.ts";
import type { CampaignAnswer } from "#service/api.ts";
import { useEstimate } from "../../client/history.ts";
import { Headline, Instead } from "./headline.tsx";
import { nothingCounted } from "./nothing-counted.ts";
import { ProgressBar } from "./progress-bar.tsx";
import { wordEstimate } from "./estimate-words.ts";
import { wordRejected } from "./rejected-words.ts";

/** How far the campaign is, where there is room for the share, the bar and one line. */
export const ProgressBrief = memo(function ProgressBrief({ campaign, answer, now, zone, past }: { campaign: string; answer: CampaignAnswer; now: Instant; zone: string; past: boolean }) {
  const { progress } = answer;
  const estimate = useEstimate(answer.connection.name, campaign, answer);
  const total = progress.total.reported ? progress.total.value : undefined;
  const instead = nothingCounted(answer);
  return (
    <section aria-label="Progress">
      <div className="flex flex-wrap items-end gap-x-2.5">
        {total === 0 ? <p className="text-ink-2">No contacts yet.</p> : instead === undefined ? <Headline progress={progress} /> : <Instead counted={instead} />}
      </div>
      {total !== undefined && <ProgressBar progress={progress} total={total} rejectedWord={wordRejected(answer.files.reported).addend} />}
      {total === undefined && instead === undefined && (
        <p className="mt-1 text-note text-ink-2">{answer.connection.provider.name} does not report how many contacts there are, so there is no percentage.</p>
      )}
      {estimate !== undefined && estimate.kind !== "withheld" && !past && <p className="mt-1.5 text-note text-pretty text-ink-2">{wordEstimate(estimate, now, zone)}</p>}
    </section>
  );
});
