import type { AttemptStage } from "#campaign/counters.ts";
import { formatCount } from "../../ui/format.ts";
import { Source } from "../../ui/source.tsx";
import { wordStage } from "./stage-words.ts";

/** Dialling stage by stage, where the platform counts it: how many contacts each has tried. */
export function Stages({ stages }: { stages: AttemptStage[] }) {
  return (
    <div className="mt-5 border-t border-line pt-4">
      <h3 className="mb-2 text-ink-3">Attempt by attempt</h3>
      <ul className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,13rem),1fr))] gap-x-8 gap-y-3">
        {stages.map((stage) => (
          <Stage key={stage.depth} stage={stage} />
        ))}
      </ul>
    </div>
  );
}

function Stage({ stage: { depth, attempted, total } }: { stage: AttemptStage }) {
  const whole = total.reported ? Math.max(total.value, attempted) : undefined;
  return (
    <li className="min-w-0">
      <p className="flex flex-wrap justify-between gap-x-3 text-ink-2 tabular-nums">
        <span>{wordStage(depth)}</span>
        <span>
          <b className="text-ink">{formatCount(attempted)}</b>
          {total.reported && (
            <>
              {" "}
              of <Source text={total.source}>{formatCount(total.value)}</Source>
            </>
          )}
        </span>
      </p>
      {whole !== undefined && (
        <div aria-hidden="true" className="mt-1 h-1.5 overflow-hidden rounded-1 bg-track">
          <div className="h-full grow-on-poll bg-ink" style={{ width: `${whole === 0 ? 0 : (100 * attempted) / whole}%` }} />
        </div>
      )}
    </li>
  );
}
