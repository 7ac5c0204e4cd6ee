import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CallsAnswer } from "./api.ts";
import { operator, type Viewer, viewerWith } from "./access/viewer.ts";
import { campaignBody } from "./testing/campaign-body.ts";
import type { Hosted } from "./testing/hosted.ts";
import { json, startUpstream, type Handler, type Upstream } from "./testing/upstream.ts";
import { startValueHost } from "./testing/value-host.ts";

/* What a viewer who may not see numbers is sent, byte for byte, by each platform that reports numbers. */
const numbers = ["+14155550134", "+14155550177", "+442079460958"];
const bare = numbers.map((number) => number.replace("+", ""));

const at = (minute: number) => new Date(Date.UTC(2026, 9, 1, 14, minute)).toISOString();
const talkover: Handler = json(200, campaignBody(numbers.map((to, index) => ({ id: `call-${index}`, to, status: "completed", retries: 0, created_at: at(index) }))));

const koreItem = { id: "c1", name: "Renewals", status: "active", campaignContactsSummary: {} };
const kore: Handler = (request, response, count) => {
  const contacts = bare.map((phoneNumber) => ({ phoneNumber, uniqueId: "", dialerOutcome: "completed", numberOfAttemptsSoFar: 1, agentDispositionCodes: [] }));
  const isContacts = request.url?.includes("contacts") === true || request.url?.includes("status") === true;
  const body = isContacts
    ? { status: "success", data: { results: contacts, page: 1, limit: 100, totalPages: 1, totalResults: contacts.length } }
    : { status: "success", data: { results: [koreItem], data: koreItem, _id: "c1", ...koreItem, page: 1, totalPages: 1, totalResults: 1 } };
  json(200, body)(request, response, count);
};

const platforms = [
  { provider: "talkover", account: {}, handler: talkover },
  { provider: "kore", account: { clientId: "cs-client", streamId: "st-app", accountId: "acc-1" }, handler: kore },
];

const viewer = (about: Partial<Viewer>): Viewer => ({ ...viewerWith({ campaigns: { "*": ["*"] }, surface: "page", numbers: "masked", permissions: ["export"] }, { key: "v", label: "v" }), ...about });
/** What was sent, but for instants: their digits are as good as random, and now and then those of a number. */
const withoutInstants = (text: string): string => text.replaceAll(/(?<!\d)1\d{12}(?!\d)/g, "instant");
/** No part of a number longer than its last four digits. */
const parts = bare.flatMap((digits) => Array.from({ length: digits.length - 4 }, (_, from) => digits.slice(from, from + 5)));

describe.each(platforms)("$provider", ({ provider, account, handler }) => {
  let upstream: Upstream;
  const hosts: Hosted[] = [];
  beforeAll(async () => {
    upstream = await startUpstream(handler);
  });
  afterAll(async () => {
    for (const host of hosts) await host.stop();
    await upstream.close();
  });
  const campaign = "/api/v1/connections/acme/campaigns/c1";

  async function asked(who: Viewer): Promise<(path: string, body?: object) => Promise<{ status: number; text: string; all: string }>> {
    const host = await startValueHost({ provider, account, baseUrl: upstream.baseUrl, token: "a-secret-that-is-long-enough-to-sign", viewer: who });
    hosts.push(host);
    return async (path, body) => {
      const response = await host.ask(path, body && { method: "POST", body: JSON.stringify(body) });
      const text = await response.text();
      return { status: response.status, text, all: withoutInstants(JSON.stringify([...response.headers]) + text) };
    };
  }

  test("the operator sees whole numbers", async () => {
    const ask = await asked(operator);
    const { rows } = JSON.parse((await ask(`${campaign}/calls?sort=to`)).text) as CallsAnswer;
    expect(new Set(rows.map(({ to }) => to))).toEqual(new Set(numbers));
  });

  test.each(["masked", "none"] as const)("[threat: masked viewer learning numbers] %s: nothing in any byte that is sent", async (policy) => {
    const ask = await asked(viewer({ numbers: policy }));
    const { rows } = JSON.parse((await ask(`${campaign}/calls`)).text) as CallsAnswer;
    expect(rows).toHaveLength(3);
    expect(new Set(rows.map(({ to }) => to))).toEqual(new Set(policy === "none" ? [undefined] : ["+1 ••• ••• 0134", "+1 ••• ••• 0177", "+44 ••• ••• 0958"]));
    expect(new Set(rows.map(({ contact }) => contact)).size).toBe(3);
    const paths = ["", "/calls", "/calls?group=call", "/calls?sort=created", "/calls?sort=id", "/calls?q=0134", "/calls.csv", "/calls.csv?group=call", ...rows.map(({ id }) => `/calls/${encodeURIComponent(id)}/attempts`)];
    for (const path of ["/api/v1/connections", ...paths.map((below) => campaign + below)]) {
      const { status, all } = await ask(path);
      expect([path, status]).toEqual([path, 200]);
      expect(parts.filter((part) => all.includes(part))).toEqual([]);
    }
  });

  test.each(["masked", "none"] as const)("[threat: masked viewer learning numbers] %s: no search, order or address tells of a number", async (policy) => {
    const ask = await asked(viewer({ numbers: policy }));
    await ask(`${campaign}/calls`);
    const found = async (q: string) => (JSON.parse((await ask(`${campaign}/calls/query`, { q })).text) as CallsAnswer).total;
    for (const number of numbers) {
      const digits = number.replace("+", "");
      for (const q of [number, digits, digits.slice(1), digits.slice(-7), digits.slice(-5), digits.slice(0, 5), number.slice(0, 5)]) expect([q, await found(q)]).toEqual([q, 0]);
      expect(await found(digits.slice(-4))).toBe(policy === "none" ? 0 : 1);
    }
    for (const refused of ["/calls?sort=to", "/calls?sort=-to", "/calls.csv?sort=to"]) expect((await ask(campaign + refused)).status).toBe(403);
    for (const number of [...numbers, ...bare]) expect((await ask(`${campaign}/calls/${encodeURIComponent(number)}/attempts`)).status).toBe(404);
  });

  test("a display reads totals and no single call; an export needs its permission", async () => {
    const wall = await asked(viewer({ surface: "wall" }));
    expect((await wall(campaign)).status).toBe(200);
    for (const path of ["/calls", "/calls.csv", "/calls/call-1/attempts"]) expect([path, (await wall(campaign + path)).status]).toEqual([path, 403]);
    const reader = await asked(viewer({ permissions: new Set() }));
    expect([(await reader(`${campaign}/calls`)).status, (await reader(`${campaign}/calls.csv`)).status]).toEqual([200, 403]);
  });
});
