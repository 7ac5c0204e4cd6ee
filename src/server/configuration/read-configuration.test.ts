import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Configuration } from "./configuration.ts";
import { readConfiguration } from "./read-configuration.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "callboard-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

const platforms = [
  { id: "talkover", name: "Talkover", defaultBaseUrl: "https://app.talkover.ai", account: [] },
  {
    id: "own-host",
    name: "Own Host",
    defaultBaseUrl: undefined,
    account: [
      { name: "streamId", must: 'must be the id that begins with "st-"', pattern: /^st-\w+$/, required: true },
      { name: "subject", must: "must be a name", pattern: /^\w+$/, required: false },
    ],
  },
];
const secret = "talq_canary";
const acme = { provider: "talkover", label: "Acme", token: { env: "TOKEN" } };

type Start = { args?: string[]; env?: Record<string, string>; text?: string };

function read(file: unknown, { args = [], env = { TOKEN: secret }, text }: Start = {}) {
  const content = text ?? (file === undefined ? undefined : JSON.stringify(file));
  if (content !== undefined) writeFileSync(join(directory, "callboard.config.json"), content);
  return readConfiguration({ args, env, directory, platforms });
}

function mistakes(file: unknown, start?: Start): string[] {
  const reading = read(file, start);
  return reading.ok ? [] : reading.mistakes;
}

function configuration(file: unknown, start?: Start): Configuration {
  const reading = read(file, start);
  if (!reading.ok) throw new Error(reading.mistakes.join("\n"));
  return reading.configuration;
}

const withAcme = (more: Record<string, unknown>): unknown => ({ connections: { acme: { ...acme, ...more } } });

const withOwnHost = (more: Record<string, unknown>): unknown =>
  withAcme({ provider: "own-host", baseUrl: "https://own.example", account: { streamId: "st-1" }, ...more });

describe("every mistake is one sentence that names the key and says what to write", () => {
  test.each<[string, unknown, RegExp]>([
    ["not an object", [], /^The configuration file must be an object such as /],
    ["unknown key", { conections: {} }, /^conections is no key of this version: write connections, or leave it out\.$/],
    ["unknown key far from any", { zzzzzz: 1 }, /^zzzzzz is no key of this version: the keys here are connections, access, /],
    ["unknown key of a connection", withAcme({ lable: "A" }), /^connections\.acme\.lable is no key .* write connections\.acme\.label, /],
    ["no connection", { connections: {} }, /^connections must name at least one connection/],
    ["connection of the wrong type", { connections: { acme: 3 } }, /^connections\.acme must be an object such as /],
    ["connection name", { connections: { "Acme Ltd": acme } }, /^connections\.Acme Ltd is no name .* lower-case/],
    ["dangerous connection name", JSON.parse(`{"connections":{"__proto__":${JSON.stringify(acme)}}}`), /^connections/],
    ["no provider", withAcme({ provider: undefined }), /^connections\.acme\.provider is missing: it must be .*"talkover", "own-host"\.$/],
    ["unknown provider", withAcme({ provider: "zzz" }), /^connections\.acme\.provider must be a platform .*"talkover", "own-host"\.$/],
    ["an address that only the account knows", withOwnHost({ baseUrl: undefined }), /^connections\.acme\.baseUrl is missing: it must be the address of this account: every account of Own Host has its own\.$/],
    ["an account field that is missing", withOwnHost({ account: {} }), /^connections\.acme\.account\.streamId is missing: it must be the id that begins with "st-"\.$/],
    ["an account field of another form", withOwnHost({ account: { streamId: "zzz" } }), /^connections\.acme\.account\.streamId must be the id that begins with "st-"\.$/],
    ["a misspelt account field", withOwnHost({ account: { streamId: "st-1", subjekt: "a" } }), /^connections\.acme\.account\.subjekt is no field of an account of Own Host: write subject, or leave it out\.$/],
    ["an account field where the platform has none", withAcme({ account: { streamId: "st-1" } }), /^connections\.acme\.account\.streamId is no field of an account of Talkover: leave it out\.$/],
    ["an account that is no object", withOwnHost({ account: "st-1" }), /^connections\.acme\.account must be an object of texts such as /],
    ["an account field that is no text", withOwnHost({ account: { streamId: 1 } }), /^connections\.acme\.account\.streamId must be a text: write it in quotes\.$/],
    ["a field called like a member of every object", withAcme({ account: { constructor: "x" } }), /^connections\.acme\.account\.constructor is no field of an account of Talkover/],
    ["key of a platform to come", withAcme({ streamId: "st" }), /^connections\.acme\.streamId is no key of this version/],
    ["no token", withAcme({ token: undefined }), /^connections\.acme\.token is missing: it must be \{"env": "NAME"\} or \{"file": "path"\}/],
    ["token written out", withAcme({ token: secret }), /^connections\.acme\.token is written out in this file: keep the secret in .* write \{"env": "NAME"\} or \{"file": "path"\} here\.$/],
    ["token of another shape", withAcme({ token: { value: secret } }), /^connections\.acme\.token must be \{"env"/],
    ["token from nowhere", withAcme({ token: { env: "ABSENT" } }), /^connections\.acme\.token points to the environment variable ABSENT, which is not set/],
    ["token file absent", withAcme({ token: { file: "absent" } }), /^connections\.acme\.token points to the file absent, which cannot be read/],
    ["label", withAcme({ label: "" }), /^connections\.acme\.label must be a name people will read/],
    ["base URL", withAcme({ baseUrl: "app.talkover.ai" }), /^connections\.acme\.baseUrl must be the platform's address/],
    ["base URL with a password", withAcme({ baseUrl: "https://a:b@talkover.ai" }), /^connections\.acme\.baseUrl must be .* without a user/],
    ["console URL", withAcme({ consoleUrl: "javascript:alert(1)" }), /^connections\.acme\.consoleUrl must be the http\(s\) address/],
    ["time zone", withAcme({ timeZone: "New York" }), /^connections\.acme\.timeZone must be an IANA time zone/],
    ["calling hours", withAcme({ callingHours: "9-5" }), /^connections\.acme\.callingHours must be a list such as /],
    ["calling days", withAcme({ callingHours: [{ days: "Mon-Fry", from: "09:00", to: "17:00" }] }), /^connections\.acme\.callingHours\[0\]\.days must be weekdays/],
    ["calling time", withAcme({ callingHours: [{ days: "Mon", from: "9am", to: "17:00" }] }), /^connections\.acme\.callingHours\[0\]\.from must be a time of day/],
    ["body limit", withAcme({ maxBodyBytes: "1 GB" }), /^connections\.acme\.maxBodyBytes must be a whole number of bytes/],
    ["deadline", withAcme({ deadlineMs: 0 }), /^connections\.acme\.deadlineMs must be a whole number of milliseconds from 1000/],
    ["rate limit", withAcme({ requestsPerMinute: 0.5 }), /^connections\.acme\.requestsPerMinute must be the whole number of requests a minute/],
    ["a log level that is none", { logLevel: "verbose" }, /^logLevel must be "debug" /],
    ["limits that let nothing through", { limits: { requestsPerSecond: 0 } }, /^limits\.requestsPerSecond must be the number of requests a second/],
    ["a secret of metrics written out", { metrics: { secret } }, /^metrics\.secret is written out in this file/],
    ["a secret of metrics that can be guessed", { metrics: { secret: { env: "TOKEN" } } }, /^metrics\.secret points to a secret that has fewer than 32 bytes/],
    ["poll intervals", { pollSeconds: 5 }, /^pollSeconds must be an object of seconds such as /],
    ["a poll interval", { pollSeconds: { calling: 0 } }, /^pollSeconds\.calling must be a number of seconds from 0\.02 to 3600\.$/],
    ["embedding by a path", withAcme({ frameAncestors: ["https://crm.example/x"] }), /^connections\.acme\.frameAncestors\[0\] must be an origin such as /],
    ["embedding by everybody", withAcme({ frameAncestors: ["*"] }), /^connections\.acme\.frameAncestors\[0\] must be an origin such as /],
    ["embedding unencrypted", withAcme({ frameAncestors: ["http://crm.example"] }), /^connections\.acme\.frameAncestors\[0\] must be an origin such as /],
    ["access", { access: { mode: "oidc" } }, /^access\.mode must be "open"/],
    ["database", { database: "callboard.db" }, /^database must be an object such as /],
    ["two databases", { database: { file: "x.db", url: { env: "TOKEN" } } }, /^database names a file and a url: leave one of them out\.$/],
    ["database of another kind", { database: { url: "mysql://db.example/callboard" } }, /^database\.url must be the address of a PostgreSQL database /],
    ["database without a name", { database: { url: "postgres://db.example" } }, /^database\.url must be the address of a PostgreSQL database /],
    ["database with a password", { database: { url: `postgres://callboard:${secret}@db.example/callboard` } }, /^database\.url must be .* with a password in it, \{"env"/],
    ["database with a password behind it", { database: { url: `postgres://db.example/callboard?password=${secret}` } }, /^database\.url must be .* with a password in it, \{"env"/],
    ["database that is not told", { database: { url: { env: "ABSENT" } } }, /^database\.url points to the environment variable ABSENT, which is not set/],
    ["secret that is no database", { database: { url: { env: "TOKEN" } } }, /^database\.url points to what is no address of a database: /],
    ["watch", { watch: [] }, /^watch must say for each connection which campaigns are read/],
    ["what is watched", { connections: { acme }, watch: { acme: "all" } }, /^watch/],
    ["watching a connection that is not there", { connections: { acme }, watch: { acne: "active" } }, /^watch names the connection acne, which is not configured: write acme/],
    ["a webhook written out", { alerts: { webhooks: { ops: { url: "https://hooks.example/x", secret: { env: "TOKEN" } } } } }, /^alerts\.webhooks\.ops\.url is written out in this file/],
    ["a kind of alert that is none", { alerts: { webhooks: { ops: { url: { env: "TOKEN" }, secret: { env: "SECRET" }, kinds: ["late"] } } } }, /^alerts\.webhooks\.ops\.kinds.* must be a list of alerts such as/],
    ["history for ever", { history: { keepDays: 0 } }, /^history\.keepDays must be the whole number of days that history is kept/],
    ["base path", { basePath: "callboard" }, /^basePath must be the path/],
    ["host", { host: "0.0.0.0" }, /^host must be 127\.0\.0\.1, ::1 or localhost: with access\.mode "open"/],
    ["port", { port: 70_000 }, /^port must be a whole number from 0 to 65535/],
    ["trusted proxies", { trustedProxies: ["10.0.0.0/33"] }, /^trustedProxies\[0\] must be an IP address or range/],
    ["certificates", { extraCa: "absent.pem" }, /^extraCa must be the path of a readable PEM file .*absent\.pem is not\.$/],
    ["proxy", { proxy: "proxy:3128" }, /^proxy must be the address of the outgoing proxy/],
    ["proxy with a password", { proxy: "http://u:p@proxy:3128" }, /^proxy must be .* with a password in it, \{"env"/],
  ])("%s", (_, file, sentence) => {
    const found = mistakes(file);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(sentence);
    expect(found[0]).toMatch(/^[^\n]+\.$/);
    expect(found[0]).not.toContain(secret);
  });

  test.each<[string, Start, RegExp]>([
    ["option", { args: ["--prot", "1"] }, /^--prot is no option: write --port, or leave it out\.$/],
    ["word", { args: ["4173"] }, /^4173 is not understood/],
    ["option without value", { args: ["--port"] }, /^--port is missing its value/],
    ["--host", { args: ["--host", "0.0.0.0"] }, /^--host must be 127\.0\.0\.1/],
    ["HOST", { env: { HOST: "192.168.1.4" } }, /^HOST must be 127\.0\.0\.1/],
    ["PORT", { env: { PORT: "http" } }, /^PORT must be a whole number/],
    ["file that was named", { args: ["--config", "absent.json"] }, /^absent\.json cannot be read/],
    ["file named by the environment", { env: { CALLBOARD_CONFIG: "absent.json" } }, /^absent\.json cannot be read/],
    ["not JSON", { text: '{\n  "port": 1,,\n}' }, /callboard\.config\.json is not JSON at line 2, column 13: /],
  ])("%s", (_, start, sentence) => {
    const found = mistakes(undefined, start);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(sentence);
  });

  test("all of them are listed at once", () => {
    const file = { port: -1, basePath: "x", connections: { acme: { ...acme, token: "x", label: 4 }, b: {} } };
    expect(mistakes(file)).toHaveLength(6);
  });

  test("those of the account too, whatever else is mistaken in the connection", () => {
    const file = withAcme({ provider: "own-host", token: undefined, deadlineMs: "1 s", account: { subject: 4, streem: "a" } });
    expect(mistakes(file)).toHaveLength(6);
    expect(new Set(mistakes(file).map((sentence) => sentence.split(" ")[0]))).toEqual(
      new Set([
        "connections.acme.account.streamId",
        "connections.acme.account.streem",
        "connections.acme.account.subject",
        "connections.acme.baseUrl",
        "connections.acme.deadlineMs",
        "connections.acme.token",
      ]),
    );
  });

  test("a secret in a broken file is not repeated", () => {
    expect(mistakes(undefined, { text: `{"token": ${secret}}` }).join()).not.toContain(secret);
  });
});

describe("what is read", () => {
  test("nothing written: the demo on 127.0.0.1:4173", () => {
    expect(configuration(undefined)).toMatchObject({ host: "127.0.0.1", port: 4173, basePath: "/", connections: undefined });
  });

  test("a connection with its defaults", () => {
    expect(configuration(withAcme({ baseUrl: "https://app.talkover.ai/" })).connections).toEqual([
      {
        name: "acme",
        label: "Acme",
        provider: "talkover",
        baseUrl: "https://app.talkover.ai",
        token: secret,
        account: {},
        maxBodyBytes: 268_435_456,
        deadlineMilliseconds: 30_000,
        frameAncestors: [],
      },
    ]);
  });

  test("how often campaigns are read", () => {
    expect(configuration(undefined).cadence).toEqual({ calling: 5_000, outsideHours: 60_000, finished: 300_000 });
    expect(configuration({ pollSeconds: { calling: 0.5 } }).cadence).toEqual({ calling: 500, outsideHours: 60_000, finished: 300_000 });
  });

  test("the account's own fields", () => {
    expect(configuration(withOwnHost({})).connections?.[0]).toMatchObject({ baseUrl: "https://own.example", account: { streamId: "st-1" } });
  });

  test("a secret in a file beside the configuration, without its line break", () => {
    writeFileSync(join(directory, "token"), `${secret}\n`);
    expect(configuration(withAcme({ token: { file: "token" } })).connections?.[0]?.token).toBe(secret);
  });

  test("calling hours as weekly windows", () => {
    const callingHours = [{ days: "Sat-Mon, wed", from: "18:00", to: "02:00" }];
    const windows = configuration(withAcme({ callingHours })).connections?.[0]?.callingHours;
    expect(windows?.map(({ weekday }) => weekday)).toEqual([1, 3, 6, 7]);
    expect(windows?.[0]).toEqual({ weekday: 1, start: "18:00", end: "02:00" });
  });

  test("a database is a file beside the configuration, or a URL that holds its password elsewhere", () => {
    expect(configuration({}).database).toEqual({ kind: "file", file: join(directory, "callboard.db") });
    expect(configuration({ database: { file: "data/x.db" } }).database).toEqual({ kind: "file", file: join(directory, "data/x.db") });
    const url = "postgresql://callboard@localhost/callboard";
    expect(configuration({ database: { url } }).database).toEqual({ kind: "url", url });
    const whole = "postgres://callboard:p%40ss@127.0.0.1:5433/callboard";
    expect(configuration({ database: { url: { env: "DATABASE_URL" } } }, { env: { DATABASE_URL: whole } }).database).toEqual({ kind: "url", url: whole });
  });

  test.each([
    ["postgres://db.example/callboard", ["without TLS"]],
    ["postgres://db.example/callboard?sslmode=no-verify", ["without checking whose certificate"]],
    ["postgres://db.example/callboard?sslmode=verify-full", []],
    ["postgres://db.example/callboard?sslmode=require", []],
    ["postgres://[::1]/callboard", []],
    ["postgres:///callboard?host=/run/postgresql", []],
  ])("%s is warned of where others may read or answer on the way: %j", (url, sentences) => {
    expect(read({ database: { url } })).toMatchObject({ ok: true, warnings: sentences.map((sentence) => expect.stringContaining(sentence)) });
  });

  test("flags before environment before file", () => {
    const file = { host: "localhost", port: 1 };
    expect(configuration(file)).toMatchObject({ host: "localhost", port: 1 });
    expect(configuration(file, { env: { HOST: "::1", PORT: "2" } })).toMatchObject({ host: "::1", port: 2 });
    expect(configuration(file, { env: { HOST: "::1", PORT: "2" }, args: ["--host=127.0.0.2", "--port=0"] })).toMatchObject({
      host: "127.0.0.2",
      port: 0,
    });
  });

  test("a token that would travel unencrypted is warned of, except to this machine", () => {
    expect(read(withAcme({ baseUrl: "http://gateway.internal" }))).toMatchObject({ ok: true, warnings: [expect.stringContaining("unencrypted")] });
    expect(read(withAcme({ baseUrl: "http://127.0.0.1:9001" }))).toMatchObject({ ok: true, warnings: [] });
  });
});

test("a password of a database that is not percent-encoded is a mistake that repeats none of it", () => {
  const found = mistakes({ database: { url: { env: "DATABASE" } } }, { env: { DATABASE: "postgres://callboard:se:cr@t/canary@db.example/callboard" } });
  expect(found).toEqual([expect.stringMatching(/^database\.url points to what is no address of a database: .* with the password, percent-encoded, after the user\.$/)]);
  expect(found.join()).not.toContain("canary");
});

test("webhooks are read, and what is no address is a mistake that does not repeat it", () => {
  const file = { alerts: { webhooks: { ops: { url: { env: "HOOK" }, secret: { env: "SECRET" } } } } };
  const SECRET = "tV9s+Qk2mZx7Lw4eRb1yUc8oPd3fGh6j";
  const { webhooks } = configuration(file, { env: { HOOK: "https://hooks.example/x", SECRET } });
  expect(webhooks).toEqual([{ name: "ops", url: "https://hooks.example/x", secret: SECRET, campaigns: { "*": ["*"] }, kinds: expect.arrayContaining(["stalled", "finished"]) }]);
  const found = mistakes(file, { env: { HOOK: "hooks.example/x-canary", SECRET } });
  expect(found).toEqual(["alerts.webhooks.ops.url points to what is no address of the web: put one such as https://hooks.example/… there."]);
});
