import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { type Viewer, viewerWith } from "#service/access/viewer.ts";
import { keepNewest } from "#service/keep-newest.ts";
import type { SpentIds } from "../store/spent-ids.ts";
import { cookieIn } from "./sessions.ts";
import { bearerOf } from "./shown-secret.ts";
import type { SignedKind, Signer } from "./signed.ts";
import type { Viewers } from "./viewers.ts";

/** How long a token is taken at its word before its signature, its time and its revocation are looked at again. */
const trustedMilliseconds = 5_000;
const mostRemembered = 10_000;

type Remembered = { viewer: Viewer; until: number };
type Shown = { kind: SignedKind; text: string };
type Options = { signer: Signer; spent: SpentIds; now: () => number };

/** Access mode `token`: whoever shows a token we signed, or holds a session. */
export function tokenViewers({ signer, spent, now }: Options): Viewers {
  /** By digest, so that no memory holds a token that works. */
  const remembered = new Map<string, Remembered>();

  const recall = ({ kind, text }: Shown): { digest: string; viewer: Viewer | undefined } => {
    const digest = createHash("sha256").update(`${kind} ${text}`).digest("base64");
    const known = remembered.get(digest);
    if (known !== undefined && now() < known.until) return { digest, viewer: known.viewer };
    remembered.delete(digest);
    return { digest, viewer: undefined };
  };

  return {
    atHand(incoming) {
      const shown = shownBy(incoming);
      return shown && recall(shown).viewer;
    },
    async of(incoming) {
      const shown = shownBy(incoming);
      if (shown === undefined) return undefined;
      const { digest, viewer: known } = recall(shown);
      if (known !== undefined) return known;
      const signed = await signer.read(shown.kind, shown.text);
      if (signed === undefined || (await spent.has(signed.id))) return undefined;
      const viewer = viewerWith(signed.grant, { key: signed.id, label: signed.label, signedIn: shown.kind === "session" });
      remembered.set(digest, { viewer, until: Math.min(signed.expiresAt, now() + trustedMilliseconds) });
      keepNewest(remembered, mostRemembered);
      return viewer;
    },
    forget() {
      remembered.clear();
    },
  };
}

/**
 * A token in the Authorization header counts before a session: whoever sends one means it. Another
 * scheme is not for us: a proxy with a sign-in of its own passes what the browser sends it.
 */
export function shownBy({ headers: { authorization, cookie } }: IncomingMessage): Shown | undefined {
  const token = bearerOf(authorization);
  if (token !== "") return { kind: "token", text: token };
  const session = cookieIn(cookie);
  return session === undefined ? undefined : { kind: "session", text: session };
}
