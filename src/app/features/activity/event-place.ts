import type { CampaignEvent } from "#campaign/history/event.ts";
import type { Place } from "../../client/place.ts";

/** The calls of so long before a jump are those that made it. */
const jumpMilliseconds = 60 * 60_000;

/** The view that shows why, and what leading there is called; `undefined` where there is none. `callTimes`: calls can be listed by time. */
export function placeOf(event: CampaignEvent, callTimes: boolean): { place: Place; words: string } | undefined {
  switch (event.kind) {
    case "file_added":
    case "file_processed":
    case "file_failed":
    case "file_stuck":
      return { place: { panel: "files" }, words: "Show files" };
    case "schedule_changed":
    case "concurrency_changed":
      return { place: { panel: "configuration" }, words: "Show configuration" };
    case "failure_rate_jumped":
      if (!callTimes) return undefined;
      return { place: { panel: "calls", calls: { outcome: ["failed"], since: event.after - jumpMilliseconds, until: event.at } }, words: "Show failed calls" };
    case "stalled":
    case "moves_again":
      if (!callTimes) return undefined;
      return { place: { panel: "calls", calls: { outcome: [], since: event.since - jumpMilliseconds, until: event.at } }, words: "Show calls" };
    case "statistics_fell":
      return { place: { panel: "statistics" }, words: "Show statistics" };
    case "calls_vanished":
    case "status_changed":
    case "file_removed":
    case "unreachable":
    case "reachable_again":
      return undefined;
  }
}
