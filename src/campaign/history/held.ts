import type { Window } from "../calling-windows.ts";
import type { Instant } from "../campaign.ts";
import type { CampaignEvent } from "./event.ts";

/** When a campaign was seen not to be active, sorted, from what changed in it (the newest first, as it is kept). */
export function heldIn(events: readonly CampaignEvent[], now: Instant): Window[] {
  const held: Window[] = [];
  let since: Instant | undefined;
  for (const event of events.toReversed()) {
    if (event.kind !== "status_changed") continue;
    if (event.to.kind === "active") {
      if (since !== undefined) held.push({ start: since, end: event.at });
      since = undefined;
    } else since ??= event.after;
  }
  return since === undefined ? held : [...held, { start: since, end: now }];
}
