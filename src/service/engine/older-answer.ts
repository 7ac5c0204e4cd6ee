import type { Campaign } from "#campaign/campaign.ts";
import { valueOf } from "#campaign/reported.ts";

/** After this many older answers in a row the platform's clock was set back, not its cache behind. */
const believedAfter = 3;

/**
 * Whether an answer is older than the one shown, by the platform's own
 * `updated_at`: behind a load balancer a stale copy may arrive later.
 */
export function isOlder(shown: Campaign, arrived: Campaign, inARow: number): boolean {
  const before = valueOf(shown.updatedAt);
  const after = valueOf(arrived.updatedAt);
  return before !== undefined && after !== undefined && after < before && inARow + 1 < believedAfter;
}
