import { memo } from "react";
import type { Freshness } from "../../client/freshness.ts";
import { useNow } from "../../client/clock.ts";
import { formatDayTime, formatWait, zoneName } from "../../ui/format.ts";
import { cityOf } from "../../ui/zone.ts";
import type { Names } from "./trouble-words.ts";

/** Where the page's data comes from, how often, and in whose time. */
export const PageFoot = memo(function PageFoot({ names, freshness, zone }: { names: Names; freshness: Freshness; zone: string }) {
  const now = useNow(60_000);
  return (
    <footer className="wrap">
      <div className="flex flex-wrap gap-x-5 gap-y-1 border-t border-line pt-4 pb-8 text-note text-ink-3 [overflow-wrap:anywhere]">
        <span>
          Read from {names.provider} every {formatWait(freshness.intervalMilliseconds)}
        </span>
        {freshness.readAt !== undefined && (
          <span className="hidden print:inline">Figures of {formatDayTime(freshness.readAt, zone)}</span>
        )}
        <span>Times in {zone === "UTC" ? "UTC" : `${cityOf(zone)} (${zoneName(now, zone)})`}</span>
        <span>Campaign {names.campaign}</span>
      </div>
    </footer>
  );
});
