import type { Campaign, Instant } from "#campaign/campaign.ts";
import { contactState } from "#campaign/contact-state.ts";
import { outcomes } from "#campaign/outcome.ts";
import { restHoursAfter } from "#campaign/rest-hours.ts";
import type { Cooldown } from "#campaign/sentence.ts";
import { at } from "../columns/at.ts";
import { nobody, retriesUsed } from "./contacts.ts";
import type { CallTable } from "./table.ts";

const hourMilliseconds = 3_600_000;
/** Nobody means to wait for longer: the rule, or the time of the call, is a mistake. */
const longestMilliseconds = 365 * 24 * hourMilliseconds;

/**
 * When the contacts that are to be tried again may be, counted from their last calls; `undefined` where one
 * of them may be by `now`, or where it is not told when it was called last. It looks at every contact.
 */
export function cooldownOf({ tally, columns, contacts, rules }: CallTable, campaign: Campaign, now: Instant): Cooldown | undefined {
  // An attempt without a row of its own: the time of the row may be that of an earlier one.
  if (tally.attempts !== tally.rows || tally.contacts.to_retry.queued > 0) return undefined;
  const restMilliseconds = outcomes.map((outcome) => restHoursAfter(campaign, outcome) * hourMilliseconds);
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (let contact = 0; contact < contacts.last.length; contact++) {
    const row = contacts.last[contact] ?? nobody;
    if (row === nobody) continue;
    const outcome = columns.outcome[row] ?? 0;
    if (contactState(at(outcomes, outcome), retriesUsed(contacts.attempts[contact] ?? 0), rules) !== "to_retry") continue;
    const endsAt = (columns.createdAt[row] ?? Number.NaN) + (restMilliseconds[outcome] ?? 0);
    if (!(endsAt > now && endsAt < now + longestMilliseconds)) return undefined;
    first = Math.min(first, endsAt);
    last = Math.max(last, endsAt);
  }
  return last < first ? undefined : { first, last };
}
