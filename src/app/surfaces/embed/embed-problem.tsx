import type { Instant } from "#campaign/campaign.ts";
import { useNow } from "../../client/clock.ts";
import { Button } from "../../ui/button.tsx";
import { isToWait, type Trouble } from "../page/trouble.ts";
import { type Names, wordRetry, wordTrouble } from "../page/trouble-words.ts";
import { EmbedNotice } from "./embed-notice.tsx";

type ProblemProps = { trouble: Trouble | undefined; names: Names; nextPollAt: Instant | undefined; onRetry: () => void };

/** Nothing can be shown: the cause, what follows, the way on. */
export function EmbedProblem({ trouble, names, nextPollAt, onRetry }: ProblemProps) {
  const now = useNow(1_000);
  if (trouble === undefined) return null;
  const { cause, next } = wordTrouble(trouble, names);
  return (
    <EmbedNotice title={cause} next={next}>
      {!isToWait(trouble) && (
        <Button size="small" onClick={onRetry}>
          Try again
        </Button>
      )}
      <span className="text-note text-ink-3 tabular-nums">{wordRetry(trouble.retryAt ?? nextPollAt, now)}</span>
    </EmbedNotice>
  );
}
