import type { AccessState } from "../../client/access.ts";
import type { EmbedState } from "../../client/embed/embed-session.ts";
import type { HandoffRefusal } from "../../client/embed/handoff.ts";

type Words = { cause: string; next: string };
type Over = Exclude<AccessState, "open">;

/** Why the frame shows nothing, and who can mend it. */
export function wordAccess(state: Over, { host, refused }: Pick<EmbedState, "host" | "refused">): Words {
  if (state === "stopped") return { cause: "Your sign-in is over", next: "Sign in to Callboard in a tab of its own, then load this page again." };
  switch (host) {
    case "joined":
      return state === "ended" || state === "left"
        ? { cause: "Your access is over", next: "What was read is no longer here. Load this page again; if that changes nothing, ask whoever runs it." }
        : { cause: "You have no access to this campaign", next: "The page around this one gave none that Callboard takes. Ask whoever runs it." };
    case "silent":
    case "waiting":
      return { cause: "The page around this one does not answer", next: "It began to embed Callboard, and then said nothing more. Load it again." };
    case "strange":
      return { cause: "This page may not embed Callboard", next: "Whoever runs Callboard must name its address as a frame ancestor of this connection." };
    case "signed":
      return wordHandoff(refused);
    case "alone":
      return {
        cause: "This frame does not know who is looking",
        next: "Callboard asks for access here, and a frame alone has none. Embed it with embed.js, which hands it a token, or open it in a tab of its own.",
      };
  }
}

function wordHandoff(refused: HandoffRefusal | undefined): Words {
  switch (refused) {
    case "refused":
      return { cause: "You have no access to this campaign", next: "What the page around this one signed for you is not taken here, or not for this campaign. Ask whoever runs Callboard." };
    case "unavailable":
      return { cause: "Callboard could not find out who is looking", next: "Reload this record; if that changes nothing, ask whoever runs Callboard." };
    case "over":
      return { cause: "Reload this record", next: "The record gives access once each time it is loaded; this frame was loaded without it, or too late." };
    // Revoked, too: the next poll found out before a renewal did.
    case "ended":
    case undefined:
      return { cause: "Reload this record", next: "Your access is over, and what was read is no longer here. The record gives new access when it is loaded again." };
  }
}
