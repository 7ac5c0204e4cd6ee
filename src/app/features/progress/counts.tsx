import { memo, type ReactNode } from "react";
import type { Progress } from "#campaign/progress.ts";
import { formatCount } from "../../ui/format.ts";
import { Mark, type MarkName, markColor } from "../../ui/mark.tsx";
import { paint } from "../../ui/paint.ts";
import { Source } from "../../ui/source.tsx";
import { markOf, partLabel } from "./bar-model.ts";
import { type CountGroup, countGroups } from "./count-groups.ts";
import type { RejectedWords } from "./rejected-words.ts";

type CountsProps = { progress: Progress; inProgressReported: boolean; rejectedWords: RejectedWords; filesBeingRead: string[] };

/** Every part of the bar with its name and exact count: done, now, waiting, rejected. */
export function Counts({ progress, inProgressReported, rejectedWords, filesBeingRead }: CountsProps) {
  const { rejected, inFailedFiles } = progress;
  const groups = countGroups(progress, inProgressReported);
  if (groups.length === 0 && !rejected.reported) return null;
  return (
    <div className="mt-4 flex flex-wrap gap-y-4 @max-desk:grid @max-desk:grid-cols-5 @max-phone:block">
      {groups.map((group) => (
        <Group key={group.name} size={group.counts.length}>
          {group.counts.map(({ part, count, source, toRetry }) => (
            <Count
              key={part}
              mark={markOf(part)}
              label={labelIn(group, part)}
              count={count}
              source={source}
              toRetry={toRetry}
              beneath={part === "being_read" && filesBeingRead.length > 0 ? `rows of ${filesWord(filesBeingRead)}` : undefined}
            />
          ))}
        </Group>
      ))}
      {rejected.reported && (
        <Group size={inFailedFiles.reported && inFailedFiles.value > 0 ? 2 : 1}>
          <Count mark="rejected" label={rejectedWords.label} count={rejected.value} source={rejected.source} beneath={rejectedWords.beneath} />
          {inFailedFiles.reported && inFailedFiles.value > 0 && (
            <Count mark="rejected" label="In failed files" count={inFailedFiles.value} source={inFailedFiles.source} beneath="not read" />
          )}
        </Group>
      )}
    </div>
  );
}

function labelIn(group: CountGroup, part: CountGroup["counts"][number]["part"]): string {
  return group.name === "other" && part === "unknown" ? "Unknown result" : partLabel(part);
}

function filesWord(files: string[]): string {
  const [first = ""] = files;
  return files.length === 1 ? first : `${files.length} files`;
}

/** A list of its own, since a list may not nest its terms deeper. Groups stand apart by a hairline; narrower surfaces dissolve them into one grid. */
function Group({ size, children }: { size: number; children: ReactNode }) {
  return (
    <div
      style={{ flexGrow: size }}
      className="border-l border-line pl-5 first:border-l-0 first:pl-0 @max-desk:contents"
    >
      <dl className="flex @max-desk:contents">{children}</dl>
    </div>
  );
}

type CountProps = { mark: MarkName; label: string; count: number; source: string; toRetry?: number; beneath?: string | undefined };

/** All plain values, so that a count that stays is not drawn anew. */
const Count = memo(function Count({ mark, label, count, source, toRetry = 0, beneath }: CountProps) {
  return (
    <div className="min-w-0 flex-1 pr-4 @max-phone:grid @max-phone:min-h-10 @max-phone:grid-cols-[1fr_auto_4.75rem] @max-phone:items-center @max-phone:gap-x-2.5 @max-phone:border-t @max-phone:border-line @max-phone:pr-0">
      <dt className="flex items-center gap-[7px] whitespace-nowrap text-ink-2">
        <Mark name={mark} />
        {label}
      </dt>
      <dd className="text-lead font-figure tracking-[-0.015em] tabular-nums @max-phone:col-start-3 @max-phone:row-start-1 @max-phone:text-right @max-phone:text-title @max-phone:tracking-normal">
        <Source text={source}>{formatCount(count)}</Source>
      </dd>
      {(toRetry > 0 || beneath !== undefined) && (
        <dd className="flex min-w-0 items-center gap-1.5 text-note whitespace-nowrap text-ink-3 @max-phone:col-start-2 @max-phone:row-start-1 @max-phone:justify-end">
          {toRetry > 0 && (
            <>
              <HatchKey mark={mark} />
              {formatCount(toRetry)} to retry
            </>
          )}
          {beneath !== undefined && <span className="truncate">{beneath}</span>}
        </dd>
      )}
    </div>
  );
});

/** A swatch of hatching in an outcome's colour. */
export const HatchKey = memo(function HatchKey({ mark }: { mark: MarkName }) {
  return <i aria-hidden="true" className="hatch h-2 w-3 flex-none rounded-[1.5px] wall:h-5 wall:w-8" style={paint(markColor(mark))} />;
});
