import type { CSSProperties } from "react";
import type { CampaignAnswer } from "#service/api.ts";
import { formatCount, formatCounted, formatPercent } from "../../ui/format.ts";
import { Source } from "../../ui/source.tsx";
import { Section } from "../../ui/section.tsx";
import { sumParts } from "./bar-model.ts";
import { Counts, HatchKey } from "./counts.tsx";
import { wordAtMost, wordNote } from "./note-words.ts";
import { ProgressBar } from "./progress-bar.tsx";
import { Readiness } from "./readiness.tsx";

/** How far the campaign is, in contacts. Without a total there are counts and no percentage. */
export function ProgressPanel({ answer }: { answer: CampaignAnswer }) {
  const { progress } = answer;
  const total = progress.total.reported ? progress.total : undefined;
  const notes = progress.notes.map(wordNote).filter((words) => words !== undefined);
  if (total?.value === 0) {
    return (
      <Section title="Progress" id="progress" note="no contacts yet" className="pb-8">
        <ProgressBar progress={progress} total={0} />
        <Readiness answer={answer} />
      </Section>
    );
  }
  return (
    <Section title="Progress" id="progress" className="pb-8">
      <div className="flex flex-wrap items-end gap-x-3.5 gap-y-2">
        <Headline progress={progress} />
      </div>
      {total !== undefined && <ProgressBar progress={progress} total={total.value} />}
      <Counts progress={progress} filesBeingRead={filesBeingRead(answer)} />
      <div className="mt-3 flex flex-wrap justify-between gap-x-5 gap-y-1.5 text-note text-ink-3">
        {total !== undefined && <SumLine progress={progress} total={total.value} />}
        <Key progress={progress} />
      </div>
      {total === undefined && (
        <p className="mt-3 text-ink-2">
          {answer.connection.provider.name} does not report how many contacts there are, so there is no percentage.
        </p>
      )}
      {notes.length > 0 && (
        <ul className="mt-1.5 text-note text-ink-3">
          {notes.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}

type Part = { progress: CampaignAnswer["progress"] };

function Headline({ progress }: Part) {
  const { done } = progress;
  const total = progress.total.reported ? progress.total : undefined;
  const atMost = wordAtMost(progress, total?.value);
  if (total === undefined) {
    return (
      <>
        <p className="-ml-0.5 text-hero tabular-nums">
          <Source text={done.source}>{formatCount(done.count)}</Source>
        </p>
        <p className="pb-[3px] text-ink-2">
          <b className="text-ink">{done.count === 1 ? "contact done" : "contacts done"}</b>
          <br />
          {atMost}
        </p>
      </>
    );
  }
  const [number, sign] = formatPercent((100 * done.count) / total.value).split("\u202f%");
  return (
    <>
      <p className="-ml-0.5 text-hero whitespace-nowrap tabular-nums">
        <Source text={`${done.source} ÷ total: ${total.source}`}>
          {number}
          {sign !== undefined && <span className="unit">%</span>}
        </Source>
      </p>
      <p className="pb-[3px] text-ink-2">
        <b className="text-ink">done</b>
        <br />
        {formatCount(done.count)} of {formatCounted(total.value, "contact")}
      </p>
      {atMost !== undefined && <p className="pb-[3px] text-ink-2 @max-phone:basis-full">{atMost}</p>}
    </>
  );
}

/** Adds up what the bar shows, and names what stands outside it. */
function SumLine({ progress, total }: Part & { total: number }) {
  const addends = sumParts(progress).map(({ words, count }) => `${formatCount(count)} ${words}`);
  const rejected = progress.rejected.reported ? progress.rejected.value : 0;
  const unread = progress.inFailedFiles.reported ? progress.inFailedFiles.value : 0;
  return (
    <p className="tabular-nums">
      {addends.join(" + ")} = {formatCounted(total, "contact")}
      {rejected > 0 && `; with ${formatCount(rejected)} rejected, ${formatCount(total + rejected)} received`}
      {unread > 0 && `; ${formatCount(unread)} in failed files are not counted`}
    </p>
  );
}

function Key({ progress }: Part) {
  const has = (state: string) => progress.segments.some((segment) => segment.state === state);
  const swatch = "h-2 w-3 rounded-[1.5px]";
  const ink: CSSProperties = { background: "var(--ink-2)" };
  return (
    <ul aria-hidden="true" className="flex flex-wrap gap-x-4 gap-y-1 *:flex *:items-center *:gap-1.5">
      {has("done") && (
        <li>
          <i className={swatch} style={ink} />
          done
        </li>
      )}
      {has("undetermined") && (
        <li>
          <i className={`${swatch} bg-line-strong inset-ring inset-ring-ink-2`} />
          may be retried
        </li>
      )}
      {has("to_retry") && (
        <li>
          <HatchKey mark="rejected" />
          to retry
        </li>
      )}
      {progress.segments.some(({ part }) => part === "without_call" || part === "being_read") && (
        <li>
          <i className={`${swatch} inset-ring-[1.5px] inset-ring-ink-3`} />
          without a call
        </li>
      )}
    </ul>
  );
}

function filesBeingRead({ files }: CampaignAnswer): string[] {
  if (!files.reported) return [];
  return files.value.flatMap(({ state, originalName, id }) =>
    state.kind === "processing" || state.kind === "uploading" ? [originalName.reported ? originalName.value : id] : [],
  );
}
