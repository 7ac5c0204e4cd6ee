import { type Grant, viewerWith } from "#service/access/viewer.ts";
import type { HandedToken } from "#service/handed-token.ts";
import { ConnectionName } from "#service/configuration/connection-keys.ts";
import type { UpstreamFetch } from "#service/ports.ts";
import type { Signer } from "../access/signed.ts";
import type { HandoffConfiguration, SigningHost } from "../configuration/handoff.ts";
import type { SpentIds } from "../store/spent-ids.ts";
import { hostSignature, type Refusal } from "./host-signature.ts";

const codeMilliseconds = 60_000;
/** A token is good for this long; a frame renews it silently until its session ends. */
const tokenMilliseconds = 15 * 60_000;

export type Place = { connection: string; campaign: string };

/** `used`: the JWT counted once already; `scope`: the host may not show this campaign. */
export type HandoffRefusal = Refusal | "used" | "scope";
export type Handing = { ok: true; code: string } | { ok: false; reason: HandoffRefusal };

export type Handoffs = {
  /** The parameter in which a host sends its JWT; `undefined`: there is no such host. */
  parameterOf(host: string): string | undefined;
  /** Exchanges a host's JWT, once, for a code that is good once and for a minute. */
  begin(host: string, jwt: string | undefined, place: Place): Promise<Handing>;
  /** Exchanges a code for the first token of a session; `undefined` where it was used, is over, or is none. */
  trade(code: string): Promise<HandedToken | undefined>;
  /** The next token of a session; `undefined` where that ended, was revoked, or its host hands over no more. */
  renew(token: string): Promise<HandedToken | undefined>;
};

type Options = { configuration: HandoffConfiguration; signer: Signer; spent: SpentIds; fetch: UpstreamFetch; now: () => number };

/** Frames whose host signs who is looking: nothing of a session is kept but that its JWT and its code were used. */
export function createHandoffs({ configuration: { hosts, sessionHours }, signer, spent, fetch, now }: Options): Handoffs {
  const sessionMilliseconds = sessionHours * 3_600_000;
  const known = new Map(hosts.map((host) => [host.name, { host, read: hostSignature(host, { fetch, now }) }]));

  async function tokenFor(session: { id: string; label: string; via: string; endsAt: number }, grant: Grant): Promise<HandedToken> {
    const expiresAt = Math.min(now() + tokenMilliseconds, session.endsAt);
    const token = await signer.sign("token", { ...session, grant, expiresAt });
    return { token, expiresInSeconds: Math.max(0, Math.floor((expiresAt - now()) / 1_000)) };
  }

  return {
    parameterOf: (name) => known.get(name)?.host.parameter,
    async begin(name, jwt, place) {
      const found = known.get(name);
      if (found === undefined) return { ok: false, reason: "scope" };
      const reading = await found.read(jwt);
      if (!reading.ok) return reading;
      const { signed, until, label, campaigns, contact } = reading.word;
      const grant = grantFor(found.host, place, campaigns, contact);
      if (grant === undefined) return { ok: false, reason: "scope" };
      // Of two that come at once one gets it.
      if (!(await spent.spend(`handoff ${signed}`, until))) return { ok: false, reason: "used" };
      return { ok: true, code: await signer.sign("handoff", { label, grant, via: name, expiresAt: now() + codeMilliseconds, endsAt: now() + sessionMilliseconds }) };
    },
    async trade(text) {
      const code = await signer.read("handoff", text);
      if (code?.via === undefined || !known.has(code.via) || !(await spent.spend(code.id, code.expiresAt))) return undefined;
      return tokenFor({ id: `handoff-${code.id}`, label: code.label, via: code.via, endsAt: code.endsAt }, code.grant);
    },
    async renew(text) {
      const token = await signer.read("token", text, sessionMilliseconds);
      if (token?.via === undefined || token.endsAt <= now() || (await spent.has(token.id))) return undefined;
      // As the configuration is now: who was given less since then gets less.
      const host = known.get(token.via)?.host;
      const place = placeOf(token.grant);
      const grant = host && place && grantFor(host, place, undefined, token.grant.contact);
      return grant && tokenFor({ id: token.id, label: token.label, via: token.via, endsAt: token.endsAt }, grant);
    },
  };
}

/** One campaign, if both the host may show it and what it signed lets it in. A pattern is no campaign. */
function grantFor({ campaigns, numbers, permissions }: SigningHost, { connection, campaign }: Place, signedFor: Grant["campaigns"] | undefined, contact: string | undefined): Grant | undefined {
  const isOne = ConnectionName.safeParse(connection).success && campaign.length <= 200 && !campaign.includes("*");
  const scopes = [campaigns, ...(signedFor === undefined ? [] : [signedFor])];
  const isCovered = scopes.every((scope) => viewerWith({ campaigns: scope, surface: "embed", numbers, permissions }, { key: "", label: "" }).mayRead(connection, campaign));
  return isOne && isCovered ? { campaigns: { [connection]: [campaign] }, surface: "embed", numbers, permissions, ...(contact !== undefined && { contact }) } : undefined;
}

/** The one campaign of a grant that was handed over. */
function placeOf({ campaigns }: Grant): Place | undefined {
  const [place] = Object.entries(campaigns).flatMap(([connection, ids]) => ids.map((campaign) => ({ connection, campaign })));
  return place;
}
