import type { Instant } from "#campaign/campaign.ts";
import type { CampaignSource } from "#providers/provider.ts";
import type { Seen } from "../sighting.ts";
import type { Calendar } from "./calendar.ts";
import { sightOf } from "./observation-of.ts";
import { outlookOf } from "./outlook-of.ts";
import type { Snapshot } from "./snapshot.ts";

export type Tell = (snapshot: Snapshot, calendar: Calendar, readAt: Instant, intervalMilliseconds: number) => void;

/** An outlook looks at every contact: it is told this seldom. */
const outlookMilliseconds = 60_000;

/** Handed to engines by hosts that keep a history: what only it needs is no part of the others. */
export type Teller = typeof teller;

/** Tells whoever keeps the history what was read of one campaign. */
export function teller(source: CampaignSource, sees: (seen: Seen) => void): Tell {
  let outlookAt = Number.NEGATIVE_INFINITY;
  return (snapshot, calendar, readAt, intervalMilliseconds) => {
    const seen = sightOf(snapshot, calendar, readAt, intervalMilliseconds);
    if (readAt - outlookAt < outlookMilliseconds) return sees(seen);
    outlookAt = readAt;
    sees({ ...seen, outlook: outlookOf(snapshot, source, calendar, readAt) });
  };
}
