import type { IncomingMessage } from "node:http";
import { type Viewer, viewerWith } from "#service/access/viewer.ts";
import type { SpentIds } from "../store/spent-ids.ts";
import { Remembered } from "./remembered.ts";
import { cookieIn } from "./sessions.ts";
import { bearerOf } from "./shown-secret.ts";
import type { SignedKind, Signer } from "./signed.ts";
import type { Viewers } from "./viewers.ts";

type Shown = { kind: SignedKind; text: string };
type Options = {
  signer: Signer;
  spent: SpentIds;
  now: () => number;
  /** Whether a host of this name hands over still: what it gave counts as long. */
  isHost?: (name: string) => boolean;
};

/** Access mode `token`: whoever shows a token we signed, or holds a session. */
export function tokenViewers({ signer, spent, now, isHost = () => false }: Options): Viewers {
  const remembered = new Remembered<Viewer>(now);
  const credentialOf = ({ kind, text }: Shown): string => `${kind} ${text}`;

  return {
    atHand(incoming) {
      const shown = shownBy(incoming);
      return shown && remembered.recall(credentialOf(shown));
    },
    async of(incoming) {
      const shown = shownBy(incoming);
      if (shown === undefined) return undefined;
      const known = remembered.recall(credentialOf(shown));
      if (known !== undefined) return known;
      const signed = await signer.read(shown.kind, shown.text);
      if (signed === undefined || (await spent.has(signed.id))) return undefined;
      if (signed.via !== undefined && !isHost(signed.via)) return undefined;
      const viewer = viewerWith(signed.grant, { key: signed.id, label: signed.label, signedIn: shown.kind === "session" });
      remembered.remember(credentialOf(shown), viewer, signed.expiresAt);
      return viewer;
    },
    forget: () => remembered.forget(),
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
