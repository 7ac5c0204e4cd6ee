import { sign } from "node:crypto";
import { afterAll, beforeEach, expect, test } from "vitest";
import { bytes, json, startUpstream, type Upstream } from "#service/testing/upstream.ts";
import { outgoingFetch } from "../outgoing-fetch.ts";
import { hostSignature } from "./host-signature.ts";
import { hostJwt, hostWith, pairOf } from "./testing/host-jwt.ts";

/* Keys of a host, over real HTTP: read when needed, kept, and asked for again no more often than may be. */
const [one, two, weak] = [pairOf(2_048), pairOf(2_048), pairOf(1_024)];
const minute = 60_000;
const outgoing = outgoingFetch({ extraCa: undefined, proxyUrl: undefined });
const platforms: Upstream[] = [];
afterAll(async () => {
  await outgoing.close();
  await Promise.all(platforms.map((platform) => platform.close()));
});

const jwk = ({ publicKey }: typeof one, kid: string, more: object = {}): object => ({ ...publicKey.export({ format: "jwk" }), kid, use: "sig", alg: "RS256", ...more });
let now: number;
beforeEach(() => {
  now = 1_800_000_000_000;
});

async function hostAt(first: object[]) {
  const platform = await startUpstream(json(200, { keys: first }));
  platforms.push(platform);
  const read = hostSignature(hostWith({ key: { kind: "key set", url: `${platform.baseUrl}/jwks.json` }, audience: "callboard" }), { fetch: outgoing.fetch, now: () => now });
  const shows = async ({ privateKey }: typeof one, kid: string | undefined): Promise<string> => {
    const jwt = await hostJwt({ aud: "callboard", exp: now / 1_000 + 60 }, { key: privateKey, header: { alg: "RS256", ...(kid !== undefined && { kid }) } });
    const reading = await read(jwt);
    return reading.ok ? "ok" : reading.reason;
  };
  return { platform, shows, read };
}

test("keys are asked for once, however many come at once, and again for one that is new", async () => {
  const { platform, shows } = await hostAt([jwk(one, "a")]);
  expect(await Promise.all([shows(one, "a"), shows(one, "a"), shows(one, undefined)])).toEqual(["ok", "ok", "ok"]);
  expect(platform.requests).toHaveLength(1);
  platform.answer(json(200, { keys: [jwk(one, "a"), jwk(two, "b")] }));
  now += minute;
  expect(await shows(two, "b")).toBe("ok");
  expect(platform.requests).toHaveLength(2);
  // Which of two is meant must be said.
  expect(await shows(two, undefined)).toBe("signature");
});

test("whatever keys strangers name, the host is asked once a minute", async () => {
  const { platform, shows } = await hostAt([jwk(one, "a")]);
  expect(await shows(one, "a")).toBe("ok");
  for (let index = 0; index < 5; index += 1) expect(await shows(two, `stranger-${index}`)).toBe("signature");
  expect(platform.requests).toHaveLength(1);
  now += minute;
  for (let index = 0; index < 5; index += 1) expect(await shows(two, `stranger-${index}`)).toBe("signature");
  expect(platform.requests).toHaveLength(2);
});

test("a key that was taken back counts for an hour; while the host does not answer, those it had count on", async () => {
  const { platform, shows } = await hostAt([jwk(one, "a")]);
  expect(await shows(one, "a")).toBe("ok");
  platform.answer(json(503, {}));
  now += 61 * minute;
  expect(await shows(one, "a")).toBe("ok");
  platform.answer(json(200, { keys: [jwk(two, "b")] }));
  now += minute;
  expect(await shows(one, "a")).toBe("signature");
  expect(await shows(two, "b")).toBe("ok");
});

test("[threat: viewer token forgery and escalation] a short key, one for another end, one whose private part stands there, a secret: none of these counts", async () => {
  const secret = { kty: "oct", kid: "d", k: Buffer.from("x".repeat(32)).toString("base64url") };
  const published = { ...one.privateKey.export({ format: "jwk" }), kid: "c" };
  const { shows, read } = await hostAt([jwk(weak, "a"), jwk(two, "b", { use: "enc" }), published, secret, { kty: "RSA" }, "no key", jwk(two, "e", { key_ops: ["encrypt"] })] as object[]);
  expect(await Promise.all([shows(two, "b"), shows(one, "c"), shows(two, "e")])).toEqual(["signature", "signature", "signature"]);
  // jose would not sign with it.
  const data = [{ alg: "RS256", kid: "a" }, { aud: "callboard", exp: now / 1_000 + 60 }].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
  expect(await read(`${data}.${sign("RSA-SHA256", Buffer.from(data), weak.privateKey).toString("base64url")}`)).toEqual({ ok: false, reason: "signature" });
});

test.each([
  ["not there", json(404, { keys: [] })],
  ["elsewhere", json(302, {}, { location: "http://127.0.0.1:9/" })],
  ["no key set", json(200, { key: [] })],
  ["no JSON", bytes(200, "<html>", {})],
  ["too large", bytes(200, JSON.stringify({ keys: [], filling: "x".repeat(70_000) }), {})],
])("keys that are %s: nothing is known of a signature, and it is tried again in a minute", async (_, answer) => {
  const { platform, shows } = await hostAt([]);
  platform.answer(answer);
  expect([await shows(one, "a"), await shows(one, "a")]).toEqual(["keys", "keys"]);
  expect(platform.requests).toHaveLength(1);
  platform.answer(json(200, { keys: [jwk(one, "a")] }));
  now += minute;
  expect(await shows(one, "a")).toBe("ok");
});
