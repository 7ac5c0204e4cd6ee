import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateKeyPairSync } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ConfigurationReading } from "./configuration.ts";
import { readConfiguration } from "./read-configuration.ts";

/* Hosts that sign who is looking: what is unsafe does not start. */
const env = { SECRET: "tV9s+Qk2mZx7Lw4eRb1yUc8oPd3fGh6j", CRM: "nB5vCx9zAs2dFg4hJk7lQw1eRt6yUi8o", SHORT: "too-short-a-secret", TOKEN: "talq_one-of-a-platform" };
const platforms = [{ id: "talkover", name: "Talkover", defaultBaseUrl: "https://app.talkover.ai", account: [] }];
const acme = { provider: "talkover", token: { env: "TOKEN" } };
const directory = mkdtempSync(join(tmpdir(), "callboard-handoff-"));

beforeAll(() => {
  for (const [file, bits] of [["good", 2_048], ["weak", 1_024]] as const) {
    const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: bits });
    writeFileSync(join(directory, `${file}.pem`), publicKey.export({ type: "pkcs1", format: "pem" }));
    writeFileSync(join(directory, `${file}-private.pem`), privateKey.export({ type: "pkcs8", format: "pem" }));
  }
  writeFileSync(join(directory, "curve.pem"), generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey.export({ type: "spki", format: "pem" }));
});
afterAll(() => rmSync(directory, { recursive: true }));

function read(issuers: object, { handoff = {}, access = {}, connections = { acme } }: { handoff?: object; access?: object; connections?: object } = {}): ConfigurationReading {
  const file = { connections, access: { mode: "token", secrets: [{ env: "SECRET" }], handoff: { issuers, ...handoff }, ...access } };
  writeFileSync(join(directory, "callboard.config.json"), JSON.stringify(file));
  return readConfiguration({ args: [], env, directory, platforms });
}

const campaigns = { acme: ["*"] };
const crm = { secret: { env: "CRM" }, campaigns };
const key = { publicKey: "good.pem", audience: "callboard", campaigns };
const at = "access\\.handoff\\.issuers\\.crm";

test.each<[string, () => ConfigurationReading, RegExp]>([
  ["nobody who signs", () => read({}), /^access\.handoff\.issuers must be an object of hosts that sign/],
  ["no key", () => read({ crm: { campaigns } }), new RegExp(`^${at} must have one of secret`)],
  ["two keys", () => read({ crm: { ...crm, ...key } }), new RegExp(`^${at} must have one of secret .*, publicKey or jwksUrl`)],
  ["a secret that can be guessed", () => read({ crm: { ...crm, secret: { env: "SHORT" } } }), new RegExp(`^${at}\\.secret points to a secret that has fewer than 32 bytes`)],
  ["a secret written out", () => read({ crm: { ...crm, secret: env.CRM } }), new RegExp(`^${at}\\.secret is written out in this file`)],
  ["the signing secret", () => read({ crm: { ...crm, secret: { env: "SECRET" } } }), new RegExp(`^${at}\\.secret points to the secret that access\\.secrets also has`)],
  ["the secret of an issuer", () => read({ crm }, { access: { issuers: { backend: { secret: { env: "CRM" } } } } }), new RegExp(`^${at}\\.secret points to the secret that access\\.issuers\\.backend\\.secret also has`)],
  ["a key for anybody", () => read({ crm: { ...key, audience: undefined } }), new RegExp(`^${at}\\.audience is missing: with publicKey or jwksUrl`)],
  ["a short key", () => read({ crm: { ...key, publicKey: "weak.pem" } }), new RegExp(`^${at}\\.publicKey must be the path of a readable PEM file with a public RSA key of 2048 bits or more: weak\\.pem is not`)],
  ["a private key", () => read({ crm: { ...key, publicKey: "good-private.pem" } }), new RegExp(`^${at}\\.publicKey must be the path`)],
  ["a key of another kind", () => read({ crm: { ...key, publicKey: "curve.pem" } }), new RegExp(`^${at}\\.publicKey must be the path`)],
  ["no such file", () => read({ crm: { ...key, publicKey: "absent.pem" } }), new RegExp(`^${at}\\.publicKey must be the path`)],
  ["keys over an unencrypted line", () => read({ crm: { jwksUrl: "http://crm.example/jwks.json", audience: "callboard", campaigns } }), new RegExp(`^${at}\\.jwksUrl must be the https:// address`)],
  ["no campaigns", () => read({ crm: { secret: { env: "CRM" } } }), new RegExp(`^${at}\\.campaigns is missing: it must be lists of campaign ids`)],
  ["a connection that is not there", () => read({ crm: { ...crm, campaigns: { acmee: ["*"] } } }), new RegExp(`^${at}\\.campaigns names the connection acmee, which is not configured: write acme`)],
  ["a connection where hosts hand over", () => read({ crm }, { connections: { acme, handoff: acme } }), /^connections\.handoff has the name of the address at which access\.handoff is asked: give it another\.$/],
  ["a parameter that means something else", () => read({ crm: { ...crm, parameter: "campaign" } }), new RegExp(`^${at}\\.parameter must be the name of the parameter`)],
  ["no end", () => read({ crm }, { handoff: { sessionHours: 0 } }), /^access\.handoff\.sessionHours must be a number of hours/],
  ["another mode", () => read({ crm }, { access: { mode: "open", secrets: undefined } }), /^access\.handoff has no meaning with access\.mode "open"/],
])("[threat: running open by accident, DNS rebinding] signed handoff with %s does not start", (_, reads, sentence) => {
  const reading = reads();
  expect(reading.ok ? [] : reading.mistakes).toEqual([expect.stringMatching(sentence)]);
  expect(JSON.stringify(reading)).not.toContain(env.CRM);
});

test("signed handoff as it should be, with each kind of key", () => {
  const jwksUrl = "http://127.0.0.1:4000/jwks.json";
  expect(read({ pipedrive: crm, zendesk: { ...key, issuer: "acme.zendesk.com" }, own: { jwksUrl, audience: "callboard", campaigns, parameter: "jwt", numbers: "none", maxSeconds: 60 } })).toMatchObject({
    ok: true,
    configuration: {
      access: {
        handoff: {
          sessionHours: 8,
          hosts: [
            { name: "pipedrive", key: { kind: "secret", secret: env.CRM }, parameter: "token", maxSeconds: 900, campaigns, numbers: "masked", permissions: [] },
            { name: "zendesk", key: { kind: "public key", pem: expect.stringMatching(/^-----BEGIN PUBLIC KEY-----/) }, issuer: "acme.zendesk.com", audience: "callboard" },
            { name: "own", key: { kind: "key set", url: jwksUrl }, parameter: "jwt", numbers: "none", maxSeconds: 60 },
          ],
        },
      },
    },
  });
});
