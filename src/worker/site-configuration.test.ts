import { expect, test } from "vitest";
import { readSiteConfiguration } from "./site-configuration.ts";

const platforms = [{ id: "talkover", name: "Talkover", defaultBaseUrl: undefined, account: [{ name: "team", must: "must be a number", pattern: /^\d+$/, required: false }] }];
const address = "https://page.example/callboard/callboard.config.json";
const read = (written: unknown) => readSiteConfiguration(JSON.stringify(written), address, platforms);
const withAcme = (more: object) => read({ connections: { acme: { provider: "talkover", baseUrl: "/talkover", ...more } } });

function connection(more: object) {
  const reading = withAcme(more);
  return reading.ok ? reading.connections?.[0] : reading.mistakes;
}

test("an empty object asks for the demo", () => expect(read({})).toEqual({ ok: true, connections: undefined }));

test.each([
  ["/talkover", "https://page.example/talkover"],
  ["talkover/", "https://page.example/callboard/talkover"],
  ["https://gateway.example/a/", "https://gateway.example/a"],
])("the base URL %s is %s", (baseUrl, url) => expect(connection({ baseUrl })).toMatchObject({ name: "acme", label: "acme", baseUrl: url }));

test("what the operator states is read as on a server", () => {
  const stated = { label: "Acme", consoleUrl: "https://app.talkover.ai", timeZone: "Europe/Berlin", callingHours: [{ days: "Sat", from: "09:00", to: "12:00" }] };
  expect(connection(stated)).toMatchObject({ ...stated, callingHours: [{ weekday: 6, start: "09:00", end: "12:00" }] });
});

test("an account is read", () => expect(connection({ account: { team: "7" } })).toMatchObject({ account: { team: "7" } }));

test.each<[string, object, RegExp]>([
  ["a token", { token: "talq_canary" }, /^connections\.acme\.token may not stand in this file, which everyone can read/],
  ["a reference to a token", { token: { env: "TOKEN" } }, /^connections\.acme\.token may not stand in this file/],
  ["a password in an address", { baseUrl: "https://me:talq_canary@talkover.ai" }, /^connections\.acme\.baseUrl must be an address/],
  ["a secret in a query", { baseUrl: "/talkover?key=talq_canary" }, /^connections\.acme\.baseUrl must be an address/],
  ["no base URL", { baseUrl: undefined }, /^connections\.acme\.baseUrl is missing: it must be/],
  ["an address of another kind", { baseUrl: "data:text/plain,x" }, /^connections\.acme\.baseUrl must be/],
  ["another platform", { provider: "zzz" }, /^connections\.acme\.provider must be .*"talkover"/],
  ["an account's field", { account: { team: "x" } }, /^connections\.acme\.account\.team must be a number\.$/],
  ["an account's field that is no text", { account: { team: 7 } }, /^connections\.acme\.account\.team must be a text: write it in quotes\.$/],
  ["a misspelt field of an account", { account: { taem: "7" } }, /^connections\.acme\.account\.taem is no field of an account of Talkover: write team, or leave it out\.$/],
  ["a misspelt key", { lable: "A" }, /^connections\.acme\.lable is no key .* write connections\.acme\.label/],
])("%s is refused in one sentence that does not repeat it", (_, more, sentence) => {
  const reading = withAcme(more);
  const mistakes = reading.ok ? [] : reading.mistakes;
  expect(mistakes).toEqual([expect.stringMatching(sentence)]);
  expect(mistakes.join()).not.toContain("canary");
});

test("what is not JSON is not quoted", () => {
  expect(readSiteConfiguration("{ talq_canary", address, [])).toEqual({ ok: false, mistakes: ["It is not JSON: mind quotes, commas and brackets."] });
});
