import { operator } from "#service/access/viewer.ts";
import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import { providers } from "#providers/registry.ts";
import { createService } from "#service/service.ts";
import { demoConnections } from "./demo.ts";

const List = z.object({ campaigns: z.array(z.object({ id: z.string(), name: z.string() })) });

const connections = demoConnections(providers);
const service = createService({ host: { kind: "node", version: "0.0.0" }, connections, clock: Date });
afterAll(() => service.stop?.());

async function read(path: string): Promise<unknown> {
  const response = await service.fetch(new Request(`http://callboard.invalid/api/v1/connections/${path}`), operator);
  expect([path, response.status]).toEqual([path, 200]);
  return response.json();
}

test("the demo has a connection to every platform", () => {
  expect(new Set(connections.map(({ provider }) => provider.id))).toEqual(new Set(providers.keys()));
  expect(connections.filter(({ demo }) => !demo)).toEqual([]);
});

test.each(connections.map(({ name }) => name))("%s lists campaigns, and its first ones are read", async (name) => {
  const { campaigns } = List.parse(await read(`${name}/campaigns`));
  expect(campaigns.length).toBeGreaterThan(1);
  for (const { id, name: called } of campaigns.slice(0, 2)) {
    expect(await read(`${name}/campaigns/${id}`)).toMatchObject({ campaign: { name: called } });
  }
});
