import type { Instant } from "#campaign/campaign.ts";
import type { CampaignAnswer } from "#service/api.ts";
import { useEstimate } from "../../client/history.ts";
import { HatchKey } from "../../features/progress/counts.tsx";
import { markOf, partLabel } from "../../features/progress/bar-model.ts";
import { countGroups } from "../../features/progress/count-groups.ts";
import { briefEstimate } from "../../features/progress/estimate-words.ts";
import { nothingCounted } from "../../features/progress/nothing-counted.ts";
import { wordAtMost, wordMeasure } from "../../features/progress/note-words.ts";
import { ProgressBar } from "../../features/progress/progress-bar.tsx";
import { wordRejected } from "../../features/progress/rejected-words.ts";
import { formatCount, formatCounted, formatPercent } from "../../ui/format.ts";
import { Mark, type MarkName } from "../../ui/mark.tsx";

type WallProgressProps = { campaign: string; answer: CampaignAnswer; now: Instant; zone: string; past: boolean; tight: boolean };

/** How far the campaign is: the share, the bar, and every part of it by its name and count. */
export function WallProgress({ campaign, answer, now, zone, past, tight }: WallProgressProps) {
  const { progress, files } = answer;
  const instead = nothingCounted(answer);
  const total = progress.total.reported ? progress.total.value : undefined;
  if (instead !== undefined && instead.calls === undefined) return <Sentence what={instead.what} why={instead.why} />;
  if (total === 0) return <Sentence what="No contacts yet." why="How far the campaign is, is told once there are some." />;
  const share = total === undefined ? undefined : formatPercent((100 * progress.done.count) / total);
  const [number = "", sign] = share?.split("\u202f%") ?? [formatCount(instead?.calls?.count ?? progress.done.count)];
  const rejected = wordRejected(files.reported);
  return (
    <section aria-label="Progress">
      <div className={`flex flex-wrap items-end gap-x-7 ${tight ? "mt-1" : "mt-2"}`}>
        <p className={`-ml-1 whitespace-nowrap font-figure tabular-nums ${tight || number.length > 7 ? "text-[8.5rem] leading-[1] tracking-[-0.045em]" : "text-wall-hero"}`}>
          {number}
          {sign !== undefined && <span className="unit text-[0.42em]">%</span>}
        </p>
        <div className="pb-5">
          <p className="text-[3.25rem] leading-[1.1] tracking-[-0.02em]">{instead?.calls === undefined ? wordMeasure(progress, share === undefined ? progress.done.count : undefined) : instead.what}</p>
          <p className="text-wall-part text-ink-2 tabular-nums">{total === undefined ? instead?.calls?.beside : `${formatCount(progress.done.count)} of ${formatCounted(total, "contact")}`}</p>
        </div>
        <Outlook campaign={campaign} answer={answer} now={now} zone={zone} total={total} past={past} />
      </div>
      {instead !== undefined && <p className="mt-3 text-wall-part text-pretty text-ink-2">{instead.why}</p>}
      {total !== undefined && <ProgressBar progress={progress} total={total} rejectedWord={rejected.addend} />}
      <Counts answer={answer} rejectedLabel={rejected.label} />
    </section>
  );
}

/** In place of a share. */
function Sentence({ what, why }: { what: string; why: string }) {
  return (
    <section aria-label="Progress" className="mt-10 mb-4">
      <p className="text-[3.25rem] leading-[1.15] font-figure tracking-[-0.02em] text-balance">{what}</p>
      <p className="mt-2 max-w-[44em] text-wall-part text-pretty text-ink-2">{why}</p>
    </section>
  );
}

/** What is to come, as far as anything supports it. Of old data it is withheld. */
function Outlook({ campaign, answer, now, zone, total, past }: Omit<WallProgressProps, "tight"> & { total: number | undefined }) {
  const estimate = useEstimate(answer.connection.name, campaign, answer);
  const atMost = wordAtMost(answer.progress, total);
  const brief = estimate && briefEstimate(estimate, now, zone);
  return (
    <div className="ml-auto max-w-[20em] pb-6 text-right text-wall-part text-pretty text-ink-2 portrait:ml-0 portrait:max-w-full portrait:pb-3 portrait:text-left">
      {past && brief !== undefined && <p>Estimate withheld until data arrives again</p>}
      {!past && brief !== undefined && (
        <p>
          <b className="text-ink">{brief.what}</b> {brief.why}
        </p>
      )}
      {atMost !== undefined && <p className="text-wall-note first-letter:uppercase">{atMost}</p>}
    </div>
  );
}

const mostParts = 10;

function Counts({ answer: { progress, reports }, rejectedLabel }: { answer: CampaignAnswer; rejectedLabel: string }) {
  const counts = countGroups(progress, reports.inProgress).flatMap((group) => group.counts);
  const shown = counts.length > mostParts ? counts.filter(({ count }) => count > 0) : counts;
  const toRetry = counts.reduce((sum, count) => sum + count.toRetry, 0);
  const { rejected, inFailedFiles } = progress;
  return (
    <dl className="mt-4 flex flex-wrap gap-x-10 gap-y-1.5 text-wall-note">
      {shown.map(({ part, count }) => (
        <Count key={part} mark={markOf(part)} label={partLabel(part)} count={count} />
      ))}
      {toRetry > 0 && (
        <div className="flex items-center gap-3">
          <dt className="flex items-center gap-3 text-ink-2">
            <HatchKey mark="rejected" />
            Of these to retry
          </dt>
          <dd className="text-wall-part font-figure tabular-nums">{formatCount(toRetry)}</dd>
        </div>
      )}
      {rejected.reported && rejected.value > 0 && <Count mark="rejected" label={rejectedLabel} count={rejected.value} />}
      {inFailedFiles.reported && inFailedFiles.value > 0 && <Count mark="rejected" label="In failed files" count={inFailedFiles.value} />}
    </dl>
  );
}

function Count({ mark, label, count }: { mark: MarkName; label: string; count: number }) {
  return (
    <div className="flex items-center gap-3 whitespace-nowrap">
      <dt className="flex items-center gap-3 text-ink-2">
        <Mark name={mark} className="size-7" />
        {label}
      </dt>
      <dd className="text-wall-part font-figure tabular-nums">{formatCount(count)}</dd>
    </div>
  );
}
