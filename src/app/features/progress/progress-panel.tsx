import { memo } from "react";
import type { Instant } from "#campaign/campaign.ts";
import type { CampaignAnswer } from "#service/api.ts";
import { useEstimate } from "../../client/history.ts";
import { formatCount, formatCounted } from "../../ui/format.ts";
import { Section } from "../../ui/section.tsx";
import { Key } from "./bar-key.tsx";
import { sumParts } from "./bar-model.ts";
import { Counts } from "./counts.tsx";
import { finishParts, wordEstimate } from "./estimate-words.ts";
import { Headline, Instead } from "./headline.tsx";
import { nothingCounted } from "./nothing-counted.ts";
import { wordNote } from "./note-words.ts";
import { ProgressBar } from "./progress-bar.tsx";
import { Readiness } from "./readiness.tsx";
import { wordRejected } from "./rejected-words.ts";
import { Stages } from "./stages.tsx";

type ProgressPanelProps = {
  campaign: string;
  answer: CampaignAnswer;
  now: Instant;
  zone: string;
  /** The data is too old to speak in the present: nothing is said of what is to come. */
  past: boolean;
};

/** How far the campaign is, in contacts. Without a total there are counts and no percentage. */
export const ProgressPanel = memo(function ProgressPanel({ campaign, answer, now, zone, past }: ProgressPanelProps) {
  const { progress } = answer;
  const estimate = useEstimate(answer.connection.name, campaign, answer);
  const total = progress.total.reported ? progress.total : undefined;
  const rejectedWords = wordRejected(answer.files.reported);
  const instead = nothingCounted(answer);
  if (total?.value === 0) {
    return (
      <Section title="Progress" id="progress" note="no contacts yet" className="pb-8">
        <ProgressBar progress={progress} total={0} rejectedWord={rejectedWords.addend} />
        <Readiness answer={answer} />
      </Section>
    );
  }
  const notes = [
    ...progress.notes
      .filter(({ kind }) => instead === undefined || kind !== "calls_stand_beside")
      .map(wordNote)
      .filter((words) => words !== undefined),
    ...(estimate === undefined || estimate.kind === "finish" || past ? [] : [wordEstimate(estimate, now, zone)]),
  ];
  return (
    <Section title="Progress" id="progress" className="pb-8">
      <div className="flex flex-wrap items-end gap-x-3.5 gap-y-2">
        {instead === undefined ? <Headline progress={progress} /> : <Instead counted={instead} />}
        {estimate?.kind === "finish" && !past && <End {...finishParts(estimate, now, zone)} />}
      </div>
      {total !== undefined && <ProgressBar progress={progress} total={total.value} rejectedWord={rejectedWords.addend} />}
      <Counts
        progress={progress}
        inProgressReported={answer.reports.inProgress}
        rejectedWords={rejectedWords}
        filesBeingRead={filesBeingRead(answer)}
      />
      {total !== undefined && (
        <div className="mt-3 flex flex-wrap justify-between gap-x-5 gap-y-1.5 text-note text-ink-3">
          <SumLine answer={answer} total={total.value} />
          <Key progress={progress} />
        </div>
      )}
      {total === undefined && instead === undefined && (
        <p className="mt-3 text-ink-2">
          {answer.connection.provider.name} does not report how many contacts there are, so there is no percentage.
        </p>
      )}
      {notes.length > 0 && (
        <ul className="mt-1.5 max-w-[110ch] text-note text-ink-3">
          {notes.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      {progress.stages.length > 0 && <Stages stages={progress.stages} />}
    </Section>
  );
});

/** When it ends, beside how far it is: what a reader came for. */
function End({ what, held, rest }: ReturnType<typeof finishParts>) {
  return (
    <div className="ml-auto max-w-[72ch] pb-[3px] text-right text-pretty @max-phone:ml-0 @max-phone:text-left">
      <p className="font-strong">{what}</p>
      <p className="text-note text-ink-3">
        {held}: {rest}
      </p>
    </div>
  );
}

/** Adds up what the bar shows, and names what stands outside it. */
function SumLine({ answer: { progress, files }, total }: { answer: CampaignAnswer; total: number }) {
  const { addend, all } = wordRejected(files.reported);
  const addends = sumParts(progress).map(({ words, count }) => `${formatCount(count)} ${words}`);
  const rejected = progress.rejected.reported ? progress.rejected.value : 0;
  const unread = progress.inFailedFiles.reported ? progress.inFailedFiles.value : 0;
  return (
    <p className="tabular-nums">
      {addends.join(" + ")} = {formatCounted(total, "contact")}
      {rejected > 0 && `; with ${formatCount(rejected)} ${addend}, ${formatCount(total + rejected)} ${all}`}
      {unread > 0 && `; ${formatCount(unread)} in failed files are not counted`}
    </p>
  );
}

function filesBeingRead({ files }: CampaignAnswer): string[] {
  if (!files.reported) return [];
  return files.value.flatMap(({ state, originalName, id }) =>
    state.kind === "processing" || state.kind === "uploading" ? [originalName.reported ? originalName.value : id] : [],
  );
}
