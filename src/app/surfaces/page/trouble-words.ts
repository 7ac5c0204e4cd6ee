import type { Instant } from "#campaign/campaign.ts";
import { formatWait } from "../../ui/format.ts";
import type { Trouble } from "./trouble.ts";

/** Who is concerned, as the page names them. */
export type Names = { provider: string; connection: string; campaign: string };

/** Cause, and what follows: who must do what, or that it mends itself. */
export type TroubleWords = { cause: string; next: string };

/** Every way the data can be kept from the page, in words. */
export function wordTrouble({ code, detail, unanswered }: Trouble, { provider, connection, campaign }: Names): TroubleWords {
  const byItself = "Reading starts again by itself.";
  if (unanswered) return { cause: code === "not_signed_in" ? "A sign-in in front of Callboard stops this display" : "No connection to Callboard", next: byItself };
  switch (code) {
    case "credential_refused":
      return {
        cause: `${provider} refused this connection’s credential`,
        next: `It may have expired or been replaced. Whoever runs Callboard must mend the credential of “${connection}”; it is then read again by itself.`,
      };
    case "forbidden":
      return {
        cause: `${provider} does not let this connection see this campaign`,
        next: "The credential works, but it is not permitted to read this. Ask the owner of the account for access.",
      };
    case "not_found":
      return {
        cause: `No such campaign on ${connection}`,
        next: `${provider} knows no campaign with the id “${campaign}”. It may have been deleted, or the link may be incomplete.`,
      };
    case "rate_limited":
      return { cause: `${provider} asked for fewer requests`, next: byItself };
    case "server_error":
      return { cause: `${provider} answered with an error`, next: byItself };
    case "unreachable":
      return { cause: `${provider} cannot be reached`, next: byItself };
    case "timeout":
      return { cause: `${provider} did not answer in time`, next: byItself };
    case "malformed":
      return { cause: `${provider}’s answer could not be read`, next: `Nothing of it is shown. ${byItself}` };
    case "too_large":
      return { cause: `${provider}’s answer is larger than Callboard accepts`, next: "Whoever runs Callboard can raise the limit." };
    case "redirected":
      return {
        cause: `${provider} sent Callboard to another address`,
        next: "It is not followed. Whoever runs Callboard should check the base URL of this connection.",
      };
    case "no_such_connection":
      return { cause: `There is no connection “${connection}”`, next: "The link may be from another Callboard, or the connection was renamed." };
    case "bad_request":
      return { cause: "This is not a campaign’s address", next: `“${campaign}” cannot be an id on ${provider}. The link may be incomplete.` };
    case "history_unavailable":
      return { cause: "What was observed before cannot be read now", next: byItself };
    case "misconfigured":
      return { cause: "Callboard’s configuration cannot be used", next: "Whoever runs Callboard must mend it; the page then goes on by itself." };
    case "not_signed_in":
      return { cause: "Your access is over", next: "Ask whoever gave it to you for a new link." };
    case "out_of_scope":
      return { cause: "This is not among what you may see", next: "The link may be meant for somebody else. Ask whoever gave you access to include it." };
    case "not_permitted":
      return { cause: "Your access does not include this", next: "Ask whoever gave it to you to include it." };
    case "not_granted":
      // Who the viewer was signed in as, and whom to ask.
      return { cause: "Nothing here is granted to you", next: detail };
    case "too_many_requests":
      return { cause: "Callboard asked this page for fewer requests", next: byItself };
    case "forbidden_host":
    case "cross_site":
    case "not_acceptable":
    case "no_such_route":
    case "no_such_call":
    case "no_such_code":
    case "no_such_display":
    case "store_unavailable":
    case "internal":
      return { cause: "Callboard could not answer", next: byItself };
  }
}

/** "Trying again in 30 s.", or nothing where no next try is known. */
export function wordRetry(retryAt: Instant | undefined, now: Instant): string | undefined {
  if (retryAt === undefined) return undefined;
  return retryAt > now ? `Trying again in ${formatWait(retryAt - now)}.` : "Trying again now.";
}
