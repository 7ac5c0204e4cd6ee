import { expect, test } from "vitest";
import type { HostKey } from "../configuration/handoff.ts";
import { hostSignature } from "./host-signature.ts";
import { asPem, hostJwt, hostSecret, hostWith, pairOf } from "./testing/host-jwt.ts";

/* What a host signed, and what only looks like it. */
const seconds = 1_800_000_000;
const now = (): number => seconds * 1_000;
const noFetch = () => Promise.reject(new Error("Nothing is asked"));
const pair = pairOf(2_048);
const other = pairOf(2_048);
const publicKey: HostKey = { kind: "public key", pem: asPem(pair.publicKey) };

const withSecret = hostSignature(hostWith({ issuer: "crm.example", audience: "callboard" }), { fetch: noFetch, now });
const withKey = hostSignature(hostWith({ key: publicKey, audience: "callboard" }), { fetch: noFetch, now });

const good = { iss: "crm.example", aud: "callboard", sub: "agent 17", iat: seconds, exp: seconds + 300 };
const unsigned = (claims: object): string => `${[{ alg: "none" }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".")}.`;

test("a host's word: who is looking, and what is ours among its claims", async () => {
  const jwt = await hostJwt({ ...good, campaigns: { acme: ["c1"] }, contact: " +1 415 555 0134 ", context: { product: "support" }, userId: 7 });
  const reading = await withSecret(jwt);
  expect(reading).toEqual({ ok: true, word: { signed: jwt.split(".").slice(0, 2).join("."), until: (seconds + 360) * 1_000, label: "crm: agent 17", campaigns: { acme: ["c1"] }, contact: "+1 415 555 0134" } });
  expect(await withKey(await hostJwt(good, { key: pair.privateKey, header: { alg: "RS256" } }))).toMatchObject({ ok: true, word: { label: "crm: agent 17", contact: undefined } });
});

test("a record without a number names no contact, and a host may leave out who and since when", async () => {
  for (const contact of [null, ""]) expect(await withSecret(await hostJwt({ iss: "crm.example", aud: ["elsewhere", "callboard"], exp: seconds + 60, contact }))).toMatchObject({ ok: true, word: { label: "crm", contact: undefined } });
});

const without = (key: string): Record<string, unknown> => Object.fromEntries(Object.entries(good).filter(([name]) => name !== key));

test.each<[string, string, () => Promise<string> | string | undefined]>([
  ["none", "absent", () => undefined],
  ["an empty one", "absent", () => ""],
  ["no JWT", "malformed", () => "not.a.jwt"],
  ["one that is too long", "malformed", () => hostJwt({ ...good, filling: "x".repeat(9_000) })],
  ["one that nobody signed", "signature", () => unsigned(good)],
  ["one of another secret", "signature", () => hostJwt(good, { key: `${hostSecret}x` })],
  ["another algorithm", "signature", () => hostJwt(good, { key: hostSecret.repeat(2), header: { alg: "HS512" } })],
  ["one without an end", "claims", () => hostJwt(without("exp"))],
  ["one whose end is no number", "claims", () => hostJwt({ ...good, exp: "soon" })],
  ["one that is over by more than clocks differ", "expired", () => hostJwt({ ...good, exp: seconds - 61 })],
  ["one that lasts too long", "too_long", () => hostJwt({ ...good, exp: seconds + 961 })],
  ["one made in the future", "not_yet", () => hostJwt({ ...good, iat: seconds + 61 })],
  ["one that begins in the future", "claims", () => hostJwt({ ...good, nbf: seconds + 61 })],
  ["one of another issuer", "claims", () => hostJwt({ ...good, iss: "other.example" })],
  ["one for somebody else", "claims", () => hostJwt({ ...good, aud: "elsewhere" })],
  ["one for nobody", "claims", () => hostJwt(without("aud"))],
  ["a contact that is no number", "contact", () => hostJwt({ ...good, contact: "anybody" })],
  ["campaigns of another form", "claims", () => hostJwt({ ...good, campaigns: ["c1"] })],
])("[threat: viewer token forgery and escalation] a host's JWT, %s: %s", async (_, reason, jwt) => {
  expect(await withSecret(await jwt())).toEqual({ ok: false, reason });
});

test("[threat: viewer token forgery and escalation] a public key is no secret to sign with, and a secret no key", async () => {
  // The old trick: HS256 with the text of the public key, which everybody may have.
  for (const text of [asPem(pair.publicKey), asPem(pair.publicKey).trim()]) expect(await withKey(await hostJwt(good, { key: text }))).toEqual({ ok: false, reason: "signature" });
  expect(await withKey(unsigned(good))).toEqual({ ok: false, reason: "signature" });
  expect(await withKey(await hostJwt(good, { key: other.privateKey, header: { alg: "RS256" } }))).toEqual({ ok: false, reason: "signature" });
  expect(await withKey(await hostJwt(good, { key: pair.privateKey, header: { alg: "PS256" } }))).toEqual({ ok: false, reason: "signature" });
  expect(await withSecret(await hostJwt(good, { key: pair.privateKey, header: { alg: "RS256" } }))).toEqual({ ok: false, reason: "signature" });
});

test("an end may lie between two seconds (RFC 7519 §2); what is remembered of it is whole", async () => {
  expect(await withSecret(await hostJwt({ ...good, exp: seconds + 30.25 }))).toMatchObject({ ok: true, word: { until: (seconds + 91) * 1_000 } });
});

test("clocks may differ by a minute", async () => {
  for (const claims of [{ exp: seconds - 59 }, { exp: seconds + 959 }, { iat: seconds + 59 }, { nbf: seconds + 59 }]) expect(await withSecret(await hostJwt({ ...good, ...claims }))).toMatchObject({ ok: true });
});
