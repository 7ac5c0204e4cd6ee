import type { Instant } from "#campaign/campaign.ts";
import type { Freshness } from "../../client/freshness.ts";
import { formatAge } from "../../ui/format.ts";
import { Icon } from "../../ui/icon.tsx";
import { LiveRing } from "./live-ring.tsx";
import { wordFreshness } from "./live-words.ts";

type LiveIndicatorProps = {
  freshness: Freshness;
  /** The service is being asked now. */
  refreshing: boolean;
  /** When the next try is due while the platform has asked for fewer requests. */
  retryAt: Instant | undefined;
  providerName: string;
  now: Instant;
  zone: string;
  onRefresh: () => void;
  /** Where there is no room: the ring with the age, or with the word of what is wrong. */
  brief?: boolean;
};

const tones = {
  live: { ring: "text-ok", word: "text-ink" },
  loading: { ring: "text-ink-3", word: "text-ink" },
  waiting: { ring: "text-warn", word: "text-warn" },
  stale: { ring: "text-warn", word: "text-warn" },
  not_live: { ring: "text-danger", word: "text-danger" },
  offline: { ring: "text-danger", word: "text-danger" },
};

/** How old the data is, always in view. Pressing it reads now, except while waiting. */
export function LiveIndicator({ freshness, refreshing, retryAt, providerName, now, zone, onRefresh, brief = false }: LiveIndicatorProps) {
  const { state } = freshness;
  const { word, details } = wordFreshness(freshness, { refreshing, retryAt, providerName, now, zone });
  const waiting = state === "waiting";
  const isShort = brief && state === "live" && freshness.readAt !== undefined;
  return (
    <button
      type="button"
      onClick={waiting ? undefined : onRefresh}
      aria-disabled={waiting}
      title={brief ? [word, ...details].join(", ") : undefined}
      className="tap flex h-8 items-center gap-2 rounded-2 px-2.5 embed:-mr-2 embed:h-[26px] embed:gap-1.5 embed:px-2 whitespace-nowrap text-ink-2 tabular-nums hover:bg-hover aria-disabled:cursor-default max-phone:h-11 max-phone:gap-1.5 max-phone:px-1"
    >
      {state === "offline" ? (
        <Icon name="offline" className="text-danger" />
      ) : (
        <LiveRing className={tones[state].ring} freshness={freshness} now={now} />
      )}
      <b className={`${tones[state].word} ${isShort ? "sr-only" : state === "live" ? "max-phone:hidden" : ""}`}>{word}</b>
      {brief && <span>{isShort && `${formatAge(now - (freshness.readAt ?? now))} ago`}</span>}
      {!brief && details.map((detail, index) => (
        <span key={index} className={index > 0 ? "max-tablet:hidden" : state === "live" ? "" : "max-phone:hidden"}>
          <span aria-hidden="true" className={`mr-2 text-ink-3 ${index === 0 && state === "live" ? "max-phone:hidden" : ""}`}>
            ·
          </span>
          {detail}
        </span>
      ))}
      {!waiting && <span className="sr-only">. Read now</span>}
    </button>
  );
}
