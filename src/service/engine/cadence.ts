import type { Instant } from "#campaign/campaign.ts";
import { valueOf } from "#campaign/reported.ts";
import type { CalendarNow } from "#campaign/sentence-of.ts";
import { hasEnded } from "#campaign/status.ts";
import type { Campaign } from "#campaign/campaign.ts";
import type { Cadence } from "../ports.ts";

/** Reading may take this share of the time at most, so that a large body is polled more slowly. */
const mostLoad = 0.1;

/** The polling interval for a campaign's state, milliseconds. */
export function intervalFor(
  campaign: Campaign,
  calendar: CalendarNow | undefined,
  cadence: Cadence,
  limits: { leastInterval: number; lastReadMilliseconds: number },
  now: Instant,
): number {
  const wanted = wantedInterval(campaign, calendar, cadence, now);
  return Math.round(Math.max(wanted, limits.leastInterval, limits.lastReadMilliseconds / mostLoad));
}

function wantedInterval(campaign: Campaign, calendar: CalendarNow | undefined, cadence: Cadence, now: Instant): number {
  if (hasEnded(campaign.status)) return cadence.finished;
  const beingRead = (valueOf(campaign.files) ?? []).some(({ state }) => state.kind === "processing" || state.kind === "uploading");
  if (beingRead) return cadence.calling;
  if (campaign.status.kind !== "active") return cadence.outsideHours;
  if (calendar === undefined || calendar.open !== undefined) return cadence.calling;
  // Be there when the next window opens.
  const untilOpening = calendar.opensAt === undefined ? Number.POSITIVE_INFINITY : calendar.opensAt - now;
  return Math.max(cadence.calling, Math.min(cadence.outsideHours, untilOpening));
}
