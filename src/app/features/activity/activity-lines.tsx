import { memo } from "react";
import type { Instant } from "#campaign/campaign.ts";
import type { CampaignEvent } from "#campaign/history/event.ts";
import { goTo } from "../../client/place.ts";
import { formatClock } from "../../ui/format.ts";
import { Icon, type IconName } from "../../ui/icon.tsx";
import { clockBefore, isBetween, wordTime } from "../../words/event-time.ts";
import { wordChange } from "../../words/event-words.ts";
import type { FileNames } from "../../words/file-names.ts";
import { placeOf } from "./event-place.ts";

type EventProps = { event: CampaignEvent; zone: string; names: FileNames; providerName: string; callTimes: boolean };

const line = "flex items-baseline gap-x-4 border-t border-line py-1.5 first:border-t-0";
const time = "w-10 flex-none tabular-nums text-ink-3";
const body = "flex min-w-0 flex-1 flex-wrap justify-between gap-x-4";

const signs: Partial<Record<CampaignEvent["kind"], { name: IconName; tone: string }>> = {
  file_failed: { name: "x", tone: "text-danger" },
  file_stuck: { name: "warn", tone: "text-warn" },
  failure_rate_jumped: { name: "warn", tone: "text-warn" },
  stalled: { name: "warn", tone: "text-warn" },
  unreachable: { name: "offline", tone: "text-warn" },
  statistics_fell: { name: "warn", tone: "text-warn" },
  calls_vanished: { name: "warn", tone: "text-warn" },
};

/** One event: when, what, and the way to what shows why. */
export const EventLine = memo(function EventLine({ event, zone, names, providerName, callTimes }: EventProps) {
  const { text } = wordChange(event, { at: event.at, zone, providerName, nameOf: (file) => names.get(file) ?? file });
  const found = placeOf(event, callTimes);
  const sign = signs[event.kind];
  return (
    <li className={line}>
      <time dateTime={new Date(event.at).toISOString()} className={time}>
        {formatClock(event.at, zone)}
      </time>
      <div className={body}>
        <span className="min-w-0 [overflow-wrap:anywhere]">
          {sign !== undefined && <Icon name={sign.name} className={`mr-1.5 ${sign.tone}`} />}
          {text}
          {isBetween(event) && <span className="text-ink-3">, {wordTime(event, zone)}: nobody watched</span>}
        </span>
        {found !== undefined && (
          <button type="button" onClick={() => goTo(found.place)} className="rounded-1 text-left text-ink-2 underline underline-offset-3 max-phone:min-h-10">
            {found.words}
          </button>
        )}
      </div>
    </li>
  );
});

/** A stretch in which nobody watched: what happened in it is known by its outcome only. */
export const GapLine = memo(function GapLine({ start, end, zone }: { start: Instant; end: Instant; zone: string }) {
  return (
    <li className={`${line} text-ink-3`}>
      <time dateTime={new Date(end).toISOString()} className={time}>
        {formatClock(end, zone)}
      </time>
      <span>Watched again; nobody had watched since {clockBefore(start, end, zone)}</span>
    </li>
  );
});
