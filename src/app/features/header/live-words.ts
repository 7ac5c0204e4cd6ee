import type { Instant } from "#campaign/campaign.ts";
import type { Freshness } from "../../client/freshness.ts";
import { formatAge, formatWait } from "../../ui/format.ts";
import { momentGone } from "./moment-words.ts";

/** `refreshing`: the service is being asked now. */
type Context = { refreshing: boolean; retryAt: Instant | undefined; providerName: string; now: Instant; zone: string };

/** The live indicator's word and what follows it, the most telling first. */
export function wordFreshness(freshness: Freshness, { refreshing, retryAt, providerName, now, zone }: Context): { word: string; details: string[] } {
  const { state, readAt, nextPollAt } = freshness;
  const age = readAt === undefined ? undefined : formatAge(now - readAt);
  const updated = age === undefined ? [] : [`updated ${age} ago`];
  const old = readAt === undefined ? [] : [`figures from ${momentGone(readAt, now, zone)}`, `${formatAge(now - readAt)} old`];
  switch (state) {
    case "loading":
      return { word: "Loading", details: [`asking ${providerName}`] };
    case "live": {
      if (refreshing) return { word: "Live", details: [...updated, "reading now"] };
      const next = nextPollAt !== undefined && nextPollAt > now ? [`next in ${formatWait(nextPollAt - now)}`] : [];
      return { word: "Live", details: [...updated, ...next] };
    }
    case "waiting": {
      const again = retryAt !== undefined && retryAt > now ? [`trying again in ${formatWait(retryAt - now)}`] : ["trying again now"];
      return { word: "Waiting", details: [...again, ...(age === undefined ? [] : [`figures ${age} old`])] };
    }
    case "stale":
      return { word: "Stale", details: [...updated, "trying again"] };
    case "offline":
      return { word: "Offline", details: old };
    case "not_live":
      return { word: "Not live", details: old };
  }
}
