import type { Progress } from "#campaign/progress.ts";
import { formatCount, formatCounted } from "../../ui/format.ts";
import { markColor } from "../../ui/mark.tsx";
import { paint } from "../../ui/paint.ts";
import { fills } from "./bar-key.tsx";
import { fillOf, markOf, sumParts } from "./bar-model.ts";

/**
 * The picture of the counts. Small segments are drawn at 3 px at least; the
 * named counts are exact. Rejected records stand after a gap, outside the 100 %.
 */
export function ProgressBar({ progress, total, rejectedWord }: { progress: Progress; total: number; rejectedWord: string }) {
  const rejected = progress.rejected.reported ? progress.rejected.value : 0;
  const outside = rejected > 0 ? ` Besides, ${formatCounted(rejected, "record")} ${rejectedWord}.` : "";
  return (
    <div role="img" aria-label={barText(progress, total, outside)} className="mt-4 flex h-6 gap-1.5 embed:mt-1.5 embed:h-3.5 wall:h-18 wall:gap-2.5">
      <div className="flex min-w-0 flex-1 gap-0.5 overflow-hidden rounded-[4px] wall:gap-1">
        {total === 0 && <span className="flex-1 rounded-[4px] inset-ring inset-ring-line-strong" />}
        {progress.segments.map((segment) => (
          <span
            key={`${segment.part} ${segment.state}`}
            style={paint(markColor(markOf(segment.part)), segment.count)}
            className={`min-w-[3px] basis-0 wall:min-w-1.5 grow-on-poll last:rounded-r-[4px] ${fills[fillOf(segment)]}`}
          />
        ))}
      </div>
      {rejected > 0 && <span className="w-[5px] flex-none wall:w-3 rounded-[2px] bg-(--c)" style={paint(markColor("rejected"))} />}
    </div>
  );
}

function barText(progress: Progress, total: number, outside: string): string {
  if (total === 0) return "No contacts yet.";
  const parts = sumParts(progress).map(({ words, count }) => `${formatCount(count)} ${words}`);
  return `Progress of ${formatCounted(total, "contact")}: ${parts.join(", ")}.${outside}`;
}
