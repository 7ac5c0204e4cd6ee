import type { AccessState } from "../../client/access.ts";
import type { ApiError } from "../../client/api-error.ts";
import type { OtherSession } from "../../client/session.ts";
import { formatWait } from "../../ui/format.ts";

/** What happened, and what to do. */
export const accessWords: Record<Exclude<AccessState, "open">, { cause: string; next: string }> = {
  absent: {
    cause: "You are not signed in",
    next: "Callboard shows this only to those who were given access. Open the link you were given, or paste it here.",
  },
  ended: {
    cause: "Your access is over",
    next: "What was read is no longer on this page. Ask whoever gave you access for a new link, and open it or paste it here.",
  },
  stopped: {
    cause: "Your sign-in is over",
    next: "What was read is no longer on this page. Load the page again to sign in; it opens at this address.",
  },
  left: {
    cause: "You are signed out",
    next: "What was read is no longer on this page. To come back, open a new sign-in link or paste it here.",
  },
};

/** One sentence on why a sign-in failed, with what to do. */
export function wordFailure({ problem, answered, headers }: ApiError): string {
  const { code, detail, status } = problem;
  if (!answered || status >= 500) return "Callboard could not be reached: try again in a moment.";
  if (code === "too_many_requests") {
    const seconds = Number(headers?.get("retry-after") ?? 0);
    return `There were too many tries: try again ${seconds > 0 ? `in ${formatWait(seconds * 1_000)}` : "in a moment"}.`;
  }
  if (code === "no_such_route") return "This Callboard takes no sign-in links: ask whoever runs it how to get in.";
  return /[.!?]$/.test(detail) ? detail : `${detail}.`;
}

/** Who is signed in, whom the link is for, and what changes with it. */
export function wordOtherSession({ signedInAs, linkFor }: OtherSession): string {
  return signedInAs === linkFor
    ? `You are signed in as ${signedInAs}. The link you opened is for ${linkFor} too, but may show other campaigns: with it, this session ends and another begins.`
    : `You are signed in as ${signedInAs}. The link you opened is for ${linkFor}: with it, the session of ${signedInAs} ends here, and you see what ${linkFor} may see. If you did not expect that, stay.`;
}
