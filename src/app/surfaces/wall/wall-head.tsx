import type { Instant } from "#campaign/campaign.ts";
import type { Freshness } from "../../client/freshness.ts";
import { LiveRing } from "../../features/header/live-ring.tsx";
import { formatAge, formatClock, formatDay } from "../../ui/format.ts";
import { Icon } from "../../ui/icon.tsx";
import { cityOf } from "../../ui/zone.ts";
import { isWide } from "./text-width.ts";

const tones = {
  live: { word: "Live", tone: "text-ok" },
  loading: { word: "Reading", tone: "text-ink-3" },
  waiting: { word: "Waiting", tone: "text-warn" },
  stale: { word: "Stale", tone: "text-warn" },
  offline: { word: "Offline", tone: "text-danger" },
  not_live: { word: "Not live", tone: "text-danger" },
} as const;

type WallHeadProps = { name: string; demo: boolean; freshness: Freshness; now: Instant; zone: string };

/** Which campaign, what time it is there, how old the data is. */
export function WallHead({ name, demo, freshness, now, zone }: WallHeadProps) {
  const isOld = freshness.state === "not_live";
  return (
    <header className="flex items-start justify-between gap-12 portrait:flex-col portrait:gap-5">
      <h1 className={`min-w-0 -mb-[0.15em] pb-[0.15em] font-h1 [overflow-wrap:anywhere] line-clamp-2 ${isWide(name, 34) ? "text-[3rem] leading-[1.12] tracking-[-0.02em]" : "text-wall-name"}`}>
        <bdi>{name}</bdi>
        {demo && <span className="ml-[0.5em] inline-block rounded-full border-2 border-line-strong px-5 align-middle text-wall-note font-strong tracking-normal text-ink-2">Demo data</span>}
      </h1>
      {/* The band says all of this of old data, and larger. */}
      {!isOld && (
        <div data-present="" className="flex flex-none items-center gap-7 text-wall-note text-ink-2 tabular-nums portrait:w-full portrait:justify-between">
          <div className="text-right portrait:text-left">
            <p>
              {formatDay(now, zone)}, {zone === "UTC" ? "UTC" : cityOf(zone)}
            </p>
            <Age freshness={freshness} now={now} />
          </div>
          <p className="text-[5.5rem] leading-[0.9] font-medium tracking-[-0.035em] text-ink">{formatClock(now, zone)}</p>
        </div>
      )}
    </header>
  );
}

/** "Live, 3 s ago"; of data that is not renewed how old it is. */
function Age({ freshness, now }: { freshness: Freshness; now: Instant }) {
  const { state, readAt } = freshness;
  const { word, tone } = tones[state];
  const age = readAt === undefined ? "" : `, ${formatAge(now - readAt)} ${state === "live" ? "ago" : "old"}`;
  return (
    <p className={`flex items-center justify-end gap-2.5 portrait:justify-start ${state === "live" ? "" : `font-strong ${tone}`}`}>
      {state === "live" || state === "loading" ? <LiveRing className={tone} freshness={freshness} now={now} /> : <Icon name={state === "offline" ? "offline" : "warn"} className="size-7" />}
      {word}
      {age}
    </p>
  );
}
