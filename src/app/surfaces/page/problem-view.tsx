import type { Instant } from "#campaign/campaign.ts";
import { useNow } from "../../client/clock.ts";
import { RouteLink } from "../../features/header/route-link.tsx";
import { Button, buttonLook } from "../../ui/button.tsx";
import { formatClockSeconds, zoneName } from "../../ui/format.ts";
import { isGone, isToWait, isViewerRefused, type Trouble } from "./trouble.ts";
import { type Names, wordRetry, wordTrouble } from "./trouble-words.ts";

type ProblemViewProps = {
  trouble: Trouble;
  names: Names;
  nextPollAt: Instant | undefined;
  zone: string;
  onRetry: () => void;
};

/** Nothing can be shown: the cause, what follows, the way on. */
export function ProblemView({ trouble, names, nextPollAt, zone, onRetry }: ProblemViewProps) {
  const now = useNow(1_000);
  const { cause, next } = wordTrouble(trouble, names);
  const { since, retryAt, detail } = trouble;
  return (
    <div className="max-w-[60ch] py-14 max-phone:py-8">
      <h1 className="text-h1 max-phone:text-[1.5rem] text-pretty [overflow-wrap:anywhere]">{cause}</h1>
      <p role="status" className="mt-2 text-lead text-pretty text-ink-2 [overflow-wrap:anywhere]">
        {next}
      </p>
      <div className="mt-5 flex flex-wrap gap-2">
        <RouteLink route={{ kind: "home" }} className={buttonLook({ kind: "primary" })}>
          See all campaigns
        </RouteLink>
        {!isToWait(trouble) && <Button onClick={onRetry}>Try again</Button>}
      </div>
      <p className="mt-5 text-note text-ink-3 tabular-nums">
        {wordRetry(retryAt ?? nextPollAt, now)} {since !== undefined && `Since ${formatClockSeconds(since, zone)} ${zoneName(since, zone)}.`}
        {!isGone(trouble) && " Nothing of this campaign was read before, so there is nothing to keep on screen."}
      </p>
      {!trouble.unanswered && !isViewerRefused(trouble) && <p className="mt-1 text-note text-ink-3 [overflow-wrap:anywhere]">For the operator: {detail}</p>}
    </div>
  );
}
