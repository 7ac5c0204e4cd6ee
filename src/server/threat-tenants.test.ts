import { SignJWT } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CallsAnswer, CampaignAnswer, ConnectionsAnswer } from "#service/api.ts";
import type { NumberPolicy } from "#service/access/viewer.ts";
import { campaignBody } from "#service/testing/campaign-body.ts";
import { json, startUpstream, type Upstream } from "#service/testing/upstream.ts";
import { buildHost } from "./testing/built-host.ts";
import { type ConfiguredHost, startConfigured } from "./testing/configured-host.ts";

/* Many tenants at once on the built host: what one is sent never depends on what another was. */
const secret = "tV9s+Qk2mZx7Lw4eRb1yUc8oPd3fGh6j";
const policies: readonly NumberPolicy[] = ["full", "masked", "none"];
const connections = ["north", "south", "east"];
const ids = ["c1", "c2"];
const number = (connection: string, id: string) => `+1415555${connections.indexOf(connection)}${ids.indexOf(id)}34`;

let upstream: Upstream;
let host: ConfiguredHost;

beforeAll(async () => {
  await buildHost();
  upstream = await startUpstream((request, response, count) => {
    const [, connection = "", id = ""] = /^\/(\w+)\/api\/v1\/campaigns\/(\w+)/.exec(request.url ?? "") ?? [];
    const call = { id: `call-of-${connection}-${id}`, to: number(connection, id), status: "completed", retries: 0, created_at: "2026-10-01T14:00:00Z" };
    json(200, campaignBody([call], { id, name: `${connection} ${id}` }))(request, response, count);
  });
  const configured = Object.fromEntries(connections.map((name) => [name, { provider: "talkover", baseUrl: `${upstream.baseUrl}/${name}` }]));
  const limits = { access: { mode: "token", secrets: [{ env: "SECRET" }] } };
  host = await startConfigured(configured, { file: limits, env: { SECRET: secret } });
});
afterAll(async () => {
  await host.stop();
  await upstream.close();
});

type Tenant = { connection: string; id: string; numbers: NumberPolicy; token: string };

/** Ten of each kind, so that none asks more often than one viewer may. */
async function tenants(): Promise<Tenant[]> {
  const kinds = connections.flatMap((connection) => ids.flatMap((id) => policies.map((numbers) => ({ connection, id, numbers }))));
  const all = Array.from({ length: 10 }, () => kinds).flat();
  return Promise.all(
    all.map(async (kind, index) => {
      const grant = { campaigns: { [kind.connection]: [kind.id] }, surface: "page", numbers: kind.numbers, permissions: [] };
      const claims = new SignJWT({ grant }).setProtectedHeader({ alg: "HS256", typ: "callboard-token+jwt" }).setIssuer("callboard").setAudience("callboard");
      const token = await claims.setSubject("tenant").setJti(`tenant-${index}`).setIssuedAt().setExpirationTime("10m").sign(new TextEncoder().encode(secret));
      return { ...kind, token };
    }),
  );
}

const get = async (token: string, path: string) => {
  const response = await fetch(host.origin + path, { headers: { authorization: `Bearer ${token}` } });
  return { status: response.status, text: await response.text() };
};

/** Whatever else a tenant's answer holds, it is of its own campaign, and its numbers are as it may see them. */
async function crossings({ connection, id, numbers, token }: Tenant, turn: number): Promise<string[]> {
  const campaign = `/api/v1/connections/${connection}/campaigns/${id}`;
  const others = connections.flatMap((name) => ids.map((other) => `${name} ${other}`)).filter((name) => name !== `${connection} ${id}`);
  const foreign = (text: string) => [...others, ...others.map((name) => name.replace(" ", "-"))].filter((name) => text.includes(name));
  if (turn % 4 === 0) {
    const { text } = await get(token, campaign);
    const answer = JSON.parse(text) as CampaignAnswer;
    return [...foreign(text), ...(answer.campaign.name === `${connection} ${id}` && answer.connection.name === connection ? [] : [text])];
  }
  if (turn % 4 === 1) {
    const { text } = await get(token, `${campaign}/calls`);
    const [row] = (JSON.parse(text) as CallsAnswer).rows;
    const seen = { full: number(connection, id), masked: `+1 ••• ••• ${number(connection, id).slice(-4)}`, none: undefined }[numbers];
    return [...foreign(text), ...(row?.to === seen && row?.id === `call-of-${connection}-${id}` ? [] : [text])];
  }
  if (turn % 4 === 2) {
    const { text } = await get(token, "/api/v1/connections");
    const names = (JSON.parse(text) as ConnectionsAnswer).connections.map(({ name }) => name);
    return names.join() === connection ? [] : [text];
  }
  const [elsewhere = ""] = others;
  const { status, text } = await get(token, `/api/v1/connections/${elsewhere.replace(" ", "/campaigns/")}`);
  return status === 403 ? [] : [text];
}

test("[threat: one tenant seeing another's cache] 10,000 requests of 180 viewers in turn, not one crossing", { timeout: 120_000 }, async () => {
  const all = await tenants();
  const found: string[] = [];
  let next = 0;
  const run = async (): Promise<void> => {
    while (next < 10_000) {
      const turn = next++;
      // Neighbours in time are of different tenants, and each asks each question.
      const tenant = all[(turn * 7) % all.length];
      if (tenant !== undefined) found.push(...(await crossings(tenant, Math.floor(turn / all.length))));
    }
  };
  await Promise.all(Array.from({ length: 40 }, run));
  expect(found).toEqual([]);
  // Each campaign was read once an interval, whoever asked and however much they may see.
  expect(upstream.requests.length).toBeLessThan(200);
});
