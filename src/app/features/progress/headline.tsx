import type { ReactNode } from "react";
import type { Progress } from "#campaign/progress.ts";
import { formatCount, formatCounted, formatPercent } from "../../ui/format.ts";
import { Source } from "../../ui/source.tsx";
import type { NothingCounted } from "./nothing-counted.ts";
import { wordAtMost, wordMeasure } from "./note-words.ts";

/** The share done, or, without a total, the count. */
export function Headline({ progress }: { progress: Progress }) {
  const { done } = progress;
  const total = progress.total.reported ? progress.total : undefined;
  const atMost = wordAtMost(progress, total?.value);
  if (total === undefined) {
    return (
      <Figure figure={<Source text={done.source}>{formatCount(done.count)}</Source>} words={wordMeasure(progress, done.count)}>
        {atMost}
      </Figure>
    );
  }
  const [number, sign] = formatPercent((100 * done.count) / total.value).split("\u202f%");
  const share = (
    <Source text={`${done.source} ÷ total: ${total.source}`}>
      {number}
      {sign !== undefined && <span className="unit">%</span>}
    </Source>
  );
  return (
    <>
      <Figure figure={share} words={wordMeasure(progress)}>
        {formatCount(done.count)} of {formatCounted(total.value, "contact")}
      </Figure>
      {atMost !== undefined && <p className="pb-[3px] text-ink-2 @max-phone:basis-full">{atMost}</p>}
    </>
  );
}

/** In place of a share: listed calls, or one sentence. */
export function Instead({ counted: { calls, what, why } }: { counted: NothingCounted }) {
  if (calls === undefined) {
    return (
      <p className="max-w-[90ch] text-ink-2">
        <b className="text-ink">{what}</b> {why}
      </p>
    );
  }
  return (
    <>
      <Figure figure={<Source text={calls.source}>{formatCount(calls.count)}</Source>} words={what}>
        {calls.beside}
      </Figure>
      <p className="basis-full text-ink-2">{why}</p>
    </>
  );
}

function Figure({ figure, words, children }: { figure: ReactNode; words: string; children?: ReactNode }) {
  return (
    <>
      <p className="-ml-0.5 text-hero whitespace-nowrap tabular-nums embed:text-[1.75rem] embed:leading-8">{figure}</p>
      <p className="pb-[3px] text-ink-2 embed:flex embed:flex-1 embed:flex-wrap embed:justify-between embed:gap-x-3">
        <b className="text-ink">{words}</b>
        <br className="embed:hidden" />
        <span>{children}</span>
      </p>
    </>
  );
}
