import { afterAll, beforeAll, expect, test } from "vitest";
import { type Grant, operator, type Viewer, viewerWith } from "./access/viewer.ts";
import type { CallsAnswer } from "./api.ts";
import { campaignBody } from "./testing/campaign-body.ts";
import type { Hosted } from "./testing/hosted.ts";
import { json, startUpstream, type Upstream } from "./testing/upstream.ts";
import { startValueHost } from "./testing/value-host.ts";

/* Asking for the calls of one number: who may, and what they are told. */
const calls = ["+14155550134", "(415) 555-0134", "+14155550177", "+441515550134"];
const campaign = "/api/v1/connections/acme/campaigns/c1";
let upstream: Upstream;
const hosts: Hosted[] = [];

beforeAll(async () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 9, 1, 14, minute)).toISOString();
  upstream = await startUpstream(json(200, campaignBody(calls.map((to, index) => ({ id: `call-${index}`, to, status: "completed", retries: 0, created_at: at(index) })))));
});
afterAll(async () => {
  for (const host of hosts) await host.stop();
  await upstream.close();
});

const viewer = (grant: Partial<Grant>): Viewer => viewerWith({ campaigns: { "*": ["*"] }, surface: "embed", numbers: "masked", permissions: ["export"], ...grant }, { key: "v", label: "v" });

/** What somebody is answered who asks for the calls of a number. */
async function asking(who: Viewer) {
  const host = await startValueHost({ provider: "talkover", account: {}, baseUrl: upstream.baseUrl, token: "a-secret-that-is-long-enough-to-sign", viewer: who });
  hosts.push(host);
  return async (contact: string, path = "/calls/query") => {
    const response = await host.ask(campaign + path, { method: "POST", body: JSON.stringify({ contact, group: "call" }) });
    const text = await response.text();
    const rows = response.ok && path === "/calls/query" ? (JSON.parse(text) as CallsAnswer).rows.map(({ id }) => id).sort() : [];
    return { status: response.status, rows, text };
  };
}

test("a number is found however it is written, and only whole", async () => {
  const ask = await asking(operator);
  for (const contact of ["+14155550134", "415 555 0134"]) expect([contact, (await ask(contact)).rows]).toEqual([contact, ["call-0", "call-1"]]);
  // Neither this nor the national number says of which country it is.
  expect((await ask("1-415-555-0134")).rows).toEqual(["call-0"]);
  expect((await ask("0151 555 0134")).rows).toEqual(["call-3"]);
  expect((await ask("5550134")).rows).toEqual([]);
  for (const contact of ["0134", "+1415555013*", "everybody", ""]) expect([contact, (await ask(contact)).status]).toEqual([contact, 400]);
  expect((await ask("own")).status).toBe(403);
});

test("[threat: masked viewer learning numbers] a frame's viewer is shown the contact its host names, masked; elsewhere nobody masked asks by number", async () => {
  const framed = await (await asking(viewer({})))("+14155550134");
  expect(framed).toMatchObject({ status: 200, rows: ["call-0", "call-1"] });
  expect(framed.text).not.toMatch(/5550134|555-0134/);
  for (const surface of ["page", "wall"] as const) {
    const ask = await asking(viewer({ surface }));
    expect([surface, (await ask("+14155550134")).status, (await ask("+14155550134", "/calls.csv")).status]).toEqual([surface, 403, 403]);
  }
});

test("[threat: masked viewer learning numbers] where the token names the contact, its viewer learns of no other", async () => {
  const ask = await asking(viewer({ contact: "(415) 555-0177" }));
  expect((await ask("own")).rows).toEqual(["call-2"]);
  expect((await ask("+14155550134")).status).toBe(403);
  expect((await ask("+14155550177")).status).toBe(403);
});

test("a number in an address is refused, for everybody", async () => {
  const host = await startValueHost({ provider: "talkover", account: {}, baseUrl: upstream.baseUrl, token: "a-secret-that-is-long-enough-to-sign", viewer: operator });
  hosts.push(host);
  const response = await host.ask(`${campaign}/calls?contact=%2B14155550134`);
  expect([response.status, await response.text()]).toEqual([400, expect.stringContaining("by POST")]);
});
