import { formatCount } from "../../ui/format.ts";
import type { Throughput } from "./throughput.ts";

/** Bars that nobody can point at: completed calls below, all others above, the scale named at its top. */
export function WallThroughput({ throughput: { title, bars, top }, note }: { throughput: Throughput; note: string | undefined }) {
  return (
    <section aria-label={title} className="min-h-0 min-w-0 flex-1 [container-type:size]">
      {/* Bars that are lower than their labels say nothing. */}
      <div className="flex h-full flex-col [@container(max-height:9.5rem)]:hidden">
        <div className="flex flex-wrap justify-between gap-x-8 text-wall-note text-ink-2">
          <h2 className="font-medium">
            {title} <span className="font-normal text-ink-3">by creation time{note !== undefined && `, ${note}`}</span>
          </h2>
          <p aria-hidden="true" className="flex items-center gap-3">
            <i className="size-5 bg-(--o-completed)" /> completed <i className="ml-4 size-5 bg-control" /> other
          </p>
        </div>
        <div aria-hidden="true" className="relative mt-3 flex min-h-0 flex-1 items-end gap-1 border-b-2 border-line-strong pr-24">
          <p className="absolute inset-x-0 top-0 border-t-2 border-line text-right text-wall-note leading-[1.1] text-ink-3 tabular-nums">{formatCount(top)}</p>
          {bars.map(({ start, completedPercent, otherPercent, ahead, gapBefore }) => (
            <span key={start} className={`relative flex h-full min-w-0 flex-1 flex-col justify-end gap-0.5 ${gapBefore ? "ml-6" : ""}`}>
              {ahead && completedPercent + otherPercent === 0 && <i className="h-1 bg-line-strong" />}
              {otherPercent > 0 && <i className="bg-control grow-on-poll" style={{ height: `${otherPercent}%` }} />}
              {completedPercent > 0 && <i className="bg-(--o-completed) grow-on-poll" style={{ height: `${completedPercent}%` }} />}
            </span>
          ))}
        </div>
        <div aria-hidden="true" className="flex gap-1 pt-1.5 pr-24 text-wall-note leading-[1.2] text-ink-2 tabular-nums">
          {bars.map(({ start, label, gapBefore }) => (
            <span key={start} className={`min-w-0 flex-1 whitespace-nowrap ${gapBefore ? "ml-6" : ""}`}>
              {label}
            </span>
          ))}
        </div>
      </div>
    </section>
  );
}
