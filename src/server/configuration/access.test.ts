import { expect, test } from "vitest";
import { type ConfigurationReading } from "./configuration.ts";
import { readConfiguration } from "./read-configuration.ts";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/* What would let in strangers does not start, and says what to do. */
const good = "tV9s+Qk2mZx7Lw4eRb1yUc8oPd3fGh6j";
const other = "nB5vCx9zAs2dFg4hJk7lQw1eRt6yUi8o";
const token = { mode: "token", secrets: [{ env: "GOOD" }] };
const proxy = { mode: "proxy", proxySecret: { env: "GOOD" }, grants: [{ groups: ["sales"], campaigns: { "*": ["*"] } }] };
const env = {
  GOOD: good,
  OTHER: other,
  SHORT: good.slice(1),
  SAMPLE: "change-me-change-me-change-me-change-me",
  TOKEN: "talq_one-of-a-platform",
  ALPHABET: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJ",
  COUNTED: "0123456789012345678901234567890123456789",
  BACKWARDS: "zyxwvutsrqponmlkjihgfedcba9876543210",
  FLAT: "abababababababababababababababababab",
};

const acme = { provider: "talkover", token: { env: "TOKEN" } };
const platforms = [{ id: "talkover", name: "Talkover", defaultBaseUrl: "https://app.talkover.ai", account: [] }];

function read(file: object, args: string[] = []): ConfigurationReading {
  const directory = mkdtempSync(join(tmpdir(), "callboard-"));
  writeFileSync(join(directory, "callboard.config.json"), JSON.stringify(file));
  const reading = readConfiguration({ args, env, directory, platforms });
  rmSync(directory, { recursive: true });
  return reading;
}

test.each<[string, object, RegExp]>([
  ["open on every address", { host: "0.0.0.0" }, /^host must be 127\.0\.0\.1, .*access\.mode "open" everyone .* "token" or "proxy"\.$/],
  ["open, with the secret of another mode", { access: { mode: "open", secrets: [{ env: "GOOD" }] } }, /^access\.secrets has no meaning with access\.mode "open": leave it out, or write access\.mode "token"\.$/],
  ["token without a secret", { access: { mode: "token" } }, /^access\.secrets is missing: .* must be a list of one secret/],
  ["token with a secret that is not set", { access: { mode: "token", secrets: [{ env: "ABSENT" }] } }, /^access\.secrets\[0\] points to the environment variable ABSENT, which is not set/],
  ["token with a secret written out", { access: { mode: "token", secrets: [good] } }, /^access\.secrets\[0\] is written out in this file/],
  ["a secret of 31 bytes", { access: { mode: "token", secrets: [{ env: "SHORT" }] } }, /^access\.secrets\[0\] points to a secret that has fewer than 32 bytes: put what `openssl rand -base64 32` prints there\.$/],
  ["a secret out of an example", { access: { mode: "token", secrets: [{ env: "SAMPLE" }] } }, /^access\.secrets\[0\] points to a secret that reads like an example/],
  ["a secret of two letters", { access: { mode: "token", secrets: [{ env: "FLAT" }] } }, /^access\.secrets\[0\] points to a secret that has fewer than 10 different characters/],
  ["a secret of letters in their order", { access: { mode: "token", secrets: [{ env: "ALPHABET" }] } }, /^access\.secrets\[0\] points to a secret that is mostly characters in their order/],
  ["a secret of digits in their order", { access: { mode: "token", secrets: [{ env: "COUNTED" }] } }, /^access\.secrets\[0\] points to a secret that is mostly characters in their order/],
  ["a secret of letters backwards", { access: { mode: "token", secrets: [{ env: "BACKWARDS" }] } }, /^access\.secrets\[0\] points to a secret that is mostly characters in their order/],
  ["an old secret that is weak", { access: { mode: "token", secrets: [{ env: "GOOD" }, { env: "SHORT" }] } }, /^access\.secrets\[1\] points to a secret that has fewer/],
  ["an issuer with the signing secret", { access: { ...token, issuers: { crm: { secret: { env: "GOOD" } } } } }, /^access\.issuers\.crm\.secret points to the secret that access\.secrets also has: give each its own\.$/],
  ["token in the open, unencrypted", { host: "0.0.0.0", access: token }, /^publicOrigin is missing: on 0\.0\.0\.0 it must be the https:\/\/ address/],
  ["token in the open, at an http address", { host: "0.0.0.0", access: token, publicOrigin: "http://callboard.example" }, /^publicOrigin begins with http:\/\/: .* must be an https:\/\/ address/],
  ["links to an http address", { access: token, publicOrigin: "http://callboard.example" }, /^publicOrigin begins with http:\/\//],
  ["metrics for who can sign", { access: token, metrics: { secret: { env: "GOOD" } } }, /^metrics\.secret points to the secret that access\.secrets also has: give each its own\.$/],
  ["a platform that could sign", { access: token, connections: { acme: { ...acme, token: { env: "GOOD" } } } }, /^connections\.acme\.token points to the secret that access\.secrets also has: give each its own\.$/],
  ["a platform that could name users", { access: proxy, trustedProxies: ["10.0.0.7"], connections: { acme: { ...acme, token: { env: "GOOD" } } } }, /^connections\.acme\.token points to the secret that access\.proxySecret also has/],
  ["a platform that could read metrics", { metrics: { secret: { env: "GOOD" } }, connections: { acme: { ...acme, token: { env: "GOOD" } } } }, /^connections\.acme\.token points to the secret that metrics\.secret also has/],
  ...["0.0.0.0/0", "::/0", "128.0.0.0/1", "10.0.0.0/7", "::ffff:0:0/96", "8000::/1"].map((range): [string, object, RegExp] => [`${range} as a proxy`, { access: proxy, trustedProxies: ["10.0.0.7", range] }, /^trustedProxies\[1\] is wider than \/24 \(IPv6: \/64\) and reaches beyond private networks, so that strangers would pass for your proxy: list only its addresses, such as "10\.0\.0\.7" or "10\.0\.0\.0\/8"\.$/]),
  ...["8.0.0.0/8", "203.0.113.0/23", "172.16.0.0/11", "172.32.0.0/12", "192.168.0.0/15", "100.64.0.0/10", "2001:db8::/63", "2000::/16", "fe80::/9", "::ffff:203.0.112.0/119"].map((range): [string, object, RegExp] => [`${range} as a proxy`, { access: proxy, trustedProxies: [range] }, /^trustedProxies\[0\] is wider than \/24 \(IPv6: \/64\) and reaches beyond private networks, so that strangers would pass for your proxy: list only its addresses, such as "10\.0\.0\.7" or "10\.0\.0\.0\/8"\.$/]),
  ["an issuer for a connection that is not there", { access: { ...token, issuers: { crm: { secret: { env: "OTHER" }, campaigns: { acmee: ["*"], "*": ["a"], acme: ["b"] } } } }, connections: { acme } }, /^access\.issuers\.crm\.campaigns names the connection acmee, which is not configured: write acme, or leave it out\.$/],
  ["a grant for a connection that is not there", { access: { ...proxy, grants: [{ users: ["ann"], campaigns: { acme: ["*"] } }, { users: ["bob"], campaigns: { sales: ["*"] } }] }, trustedProxies: ["10.0.0.0/8", "fc00::/7"], connections: { acme } }, /^access\.grants\[1\]\.campaigns names the connection sales, which is not configured: write one of acme, or leave it out\.$/],
  ["the secret taken for a name", { access: { ...proxy, userHeader: "callboard-proxy-secret" }, trustedProxies: ["10.0.0.7"] }, /^access\.secretHeader, .* must be three different headers\.$/],
  ["a group called everybody", { access: { ...proxy, grants: [{ groups: ["sales", "*"], campaigns: { acme: ["*"] } }] }, trustedProxies: ["10.0.0.7"] }, /^access\.grants\[0\]\.groups\[1\] must be the name of a group, which "\*" is not: for everybody the proxy lets in write users: \["\*"\]\.$/],
  ["an issuer called as sessions are", { access: { ...token, issuers: { session: { secret: { env: "OTHER" } } } } }, /^access\.issuers\.session is no name/],
  ["an issuer called as handed sessions are", { access: { ...token, issuers: { handoff: { secret: { env: "OTHER" } } } } }, /^access\.issuers\.handoff is no name/],
  ["proxy without its secret", { access: { ...proxy, proxySecret: undefined }, trustedProxies: ["10.0.0.7"] }, /^access\.proxySecret is missing/],
  ["proxy without grants", { access: { ...proxy, grants: undefined }, trustedProxies: ["10.0.0.7"] }, /^access\.grants is missing: .* such as \[\{"groups": \["sales"\], "campaigns": \{"acme": \["\*"\]\}\}\]\.$/],
  ["a grant that does not say which campaigns", { access: { ...proxy, grants: [{ groups: ["sales"] }] }, trustedProxies: ["10.0.0.7"] }, /^access\.grants\[0\]\.campaigns is missing: it must be lists of campaign ids by connection, such as .*; \{"\*": \["\*"\]\} lets in to every campaign\.$/],
  ["proxy without addresses", { access: proxy }, /^trustedProxies is missing: .* others could name any user\.$/],
  ["a grant to nobody", { access: { ...proxy, grants: [{ campaigns: { "*": ["*"] } }] }, trustedProxies: ["10.0.0.7"] }, /^access\.grants\[0\] must be an object that names users or groups/],
  ["a mode that is none", { access: { mode: "oidc" } }, /^access\.mode must be "open"/],
])("[threat: running open by accident, DNS rebinding] %s", (_, file, sentence) => {
  const reading = read(file);
  expect(reading.ok ? [] : reading.mistakes).toEqual([expect.stringMatching(sentence)]);
  expect(JSON.stringify(reading)).not.toContain(good);
});

test("token mode as it should be", () => {
  const reading = read({ host: "0.0.0.0", publicOrigin: "https://Callboard.example", access: { ...token, issuers: { crm: { secret: { env: "OTHER" }, surfaces: ["embed"], maxSeconds: 600 } } } });
  expect(reading).toMatchObject({
    ok: true,
    configuration: {
      publicOrigin: "https://callboard.example",
      access: { mode: "token", secrets: [good], sessionHours: 12, issuers: [{ name: "crm", secret: other, surfaces: ["embed"], maxSeconds: 600, numbers: "masked", permissions: [] }] },
    },
  });
});

test("proxy mode as it should be", () => {
  const reading = read({ host: "0.0.0.0", trustedProxies: ["10.0.0.0/8"], access: { ...proxy, grants: [{ groups: ["sales"], campaigns: { acme: ["spring-*"] }, numbers: "full" }] } });
  expect(reading).toMatchObject({ ok: true, configuration: { access: { mode: "proxy", secret: good, userHeader: "X-Forwarded-User", grants: [{ users: [], groups: ["sales"], numbers: "full" }] } } });
});

test("two connections may have one token, and demo campaigns any name in a grant", () => {
  expect(read({ access: token, connections: { acme, other: acme } }).ok).toBe(true);
  expect(read({ access: { ...token, issuers: { crm: { secret: { env: "OTHER" }, campaigns: { demo: ["*"] } } } } }).ok).toBe(true);
});

const takenHeaders = ["Host", "cookie", "AUTHORIZATION", "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Origin", "Referer", "User-Agent", "Accept-Language", "Sec-Fetch-Site", "Callboard-Refresh"];
test.each(takenHeaders.flatMap((header) => ["userHeader", "groupsHeader", "secretHeader"].map((key) => [header, key] as const)))("%s is no %s", (header, key) => {
  const reading = read({ access: { ...proxy, [key]: header }, trustedProxies: ["10.0.0.7"] });
  expect(reading.ok ? [] : reading.mistakes).toEqual([expect.stringMatching(new RegExp(`^access\\.${key} names a header that browsers or proxies send for other ends: name one that only your proxy sets, such as "[A-Z]`))]);
});

test.each(["203.0.113.0/24", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "169.254.0.0/16", "fc00::/7", "fe80::/10", "::1", "2001:db8::/64", "::ffff:10.0.0.0/104", "::ffff:203.0.113.0/120"])("a proxy may be in %s", (range) => {
  expect(read({ access: proxy, trustedProxies: [range] }).ok).toBe(true);
});
