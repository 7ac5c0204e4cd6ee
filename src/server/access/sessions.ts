import { parse, serialize } from "hono/utils/cookie";
import type { SpentIds } from "../store/spent-ids.ts";
import type { Signed, Signer } from "./signed.ts";

/** `__Host-`: only over TLS or on this machine, for this host alone, and for every path. */
export const sessionCookie = "__Host-callboard";

/** A session is signed for this long; a page renews it silently until it ends for good. */
const renewedEveryMilliseconds = 15 * 60_000;

/** What came of a link's code; cookies are to be set. */
export type Beginning =
  | { kind: "begun"; cookie: string }
  /** The code is good for nothing any more, and the browser is signed in: it stays so. */
  | { kind: "running"; cookie: string; signedInAs: string }
  /** The code is good, but the browser is signed in with another grant. Nothing was done. */
  | { kind: "asked"; signedInAs: string; linkFor: string };

export type Sessions = {
  /**
   * Exchanges a link's code, once; `undefined` where it was used, is over, or is none, and no session
   * runs. A session of somebody else's is replaced only when told so, else a link that was slipped to
   * somebody would change unseen who they are.
   */
  begin(code: string, browser: { cookies: string | undefined; replaces: boolean }): Promise<Beginning | undefined>;
  /** The cookie to set; `undefined` where the session ended or was revoked. */
  renew(cookies: string | undefined): Promise<string | undefined>;
  /** Revokes the session, and gives the cookie that removes it. */
  end(cookies: string | undefined): Promise<string>;
};

type Options = { signer: Signer; spent: SpentIds; sessionHours: number; now: () => number };

/** Sessions of people who sign in with a link: kept in their browser, signed, and nowhere else. */
export function createSessions({ signer, spent, sessionHours, now }: Options): Sessions {
  const longest = sessionHours * 3_600_000;
  const cookieFor = async ({ id, label, grant, endsAt }: Signed): Promise<string> => {
    const expiresAt = Math.min(now() + renewedEveryMilliseconds, endsAt);
    const value = await signer.sign("session", { id, label, grant, expiresAt, endsAt });
    return cookie(value, Math.max(0, Math.floor((endsAt - now()) / 1_000)));
  };
  const known = async (cookies: string | undefined): Promise<Signed | undefined> => {
    const session = await signer.read("session", cookieIn(cookies) ?? "", longest);
    return session === undefined || session.endsAt <= now() || (await spent.has(session.id)) ? undefined : session;
  };
  return {
    async begin(code, { cookies, replaces }) {
      const [link, running] = await Promise.all([signer.read("link", code), known(cookies)]);
      const isOpen = link !== undefined && !(await spent.has(link.id));
      const isAnothers = isOpen && running !== undefined && !isSameGrant(link, running);
      if (isAnothers && !replaces) return { kind: "asked", signedInAs: running.label, linkFor: link.label };
      // Of two that come at once one gets it.
      if (isOpen && (await spent.spend(link.id, link.expiresAt))) {
        if (isAnothers) await spent.spend(running.id, running.endsAt);
        // An id of its own: the link's is spent.
        return { kind: "begun", cookie: await cookieFor({ ...link, id: sessionOfLink(link.id), endsAt: now() + longest }) };
      }
      return running && { kind: "running", signedInAs: running.label, cookie: await cookieFor(running) };
    },
    async renew(cookies) {
      const session = await known(cookies);
      return session && cookieFor(session);
    },
    async end(cookies) {
      const session = await known(cookies);
      if (session !== undefined) await spent.spend(session.id, session.endsAt);
      return goneSessionCookie();
    },
  };
}

/** Both were signed by us, from the same schema: their keys have one order. */
function isSameGrant(one: Signed, other: Signed): boolean {
  return one.label === other.label && JSON.stringify(one.grant) === JSON.stringify(other.grant);
}

/** The id of the session that a link begins. */
export function sessionOfLink(id: string): string {
  return `session-${id}`;
}

/** The session in a Cookie header. */
export function cookieIn(header: string | undefined): string | undefined {
  return header === undefined ? undefined : parse(header, sessionCookie)[sessionCookie];
}

/** Removes a session from the browser; others of it are not touched. */
export function goneSessionCookie(): string {
  return cookie("", 0);
}

function cookie(value: string, maxAge: number): string {
  return serialize(sessionCookie, value, { path: "/", httpOnly: true, secure: true, sameSite: "Strict", maxAge });
}
