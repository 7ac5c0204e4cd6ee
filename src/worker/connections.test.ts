import { expect, test } from "vitest";
import type { Provider } from "#providers/provider.ts";
import { providers } from "#providers/registry.ts";
import { createService } from "#service/service.ts";
import { ownConnection } from "./connections.ts";
import type { OwnConnection } from "./protocol.ts";
import { operator } from "#service/access/viewer.ts";

const account = { clientId: "cs-1", streamId: "st-1", accountId: "acc-1" };
const typed: OwnConnection = { name: "own", label: "Mine", providerId: "kore", account, baseUrl: "https://kore.example", token: "secret" };

test("an account typed in is read with its fields", () => {
  expect(ownConnection(typed)).toMatchObject({ name: "own", account, baseUrl: "https://kore.example", token: "secret", demo: false });
});

test.each<[string, Partial<OwnConnection>, string]>([
  ["an empty field", { account: { ...account, streamId: "" } }, 'App id must be the app id that begins with "st-".'],
  ["a field that was not sent", { account: { clientId: "cs-1", streamId: "st-1" } }, "Account id must be the id of the Kore.ai account."],
  ["a field of another form", { account: { ...account, streamId: "../x" } }, 'App id must be the app id that begins with "st-".'],
  ["a field the platform does not know", { providerId: "talkover", account: { team: "7" } }, "team is no field of an account of Talkover: leave it out."],
  ["a platform nobody reads", { providerId: "constructor" }, 'Callboard reads no platform called "constructor".'],
])("%s is refused in a sentence", (_, more, sentence) => {
  expect(() => ownConnection({ ...typed, ...more })).toThrow(new Error(sentence));
});

async function connectionsAnswer(platforms: readonly Provider[] | undefined): Promise<string> {
  const service = createService({
    host: { kind: "browser", version: "test" },
    connections: [ownConnection(typed)],
    clock: { now: Date.now },
    ...(platforms && { platforms }),
  });
  return (await service.fetch(new Request("https://page.example/api/v1/connections"), operator)).text();
}

test("connections are answered with the platforms an account may be on, and never with an account or credential", async () => {
  const text = await connectionsAnswer([...providers.values()]);
  const answer: unknown = JSON.parse(text);
  const kore = { id: "kore", credential: "client secret", account: expect.arrayContaining([{ name: "accountId", label: "Account id", required: true }]) };
  expect(answer).toMatchObject({ connections: [{ name: "own", lists: true }], platforms: [...providers.keys()].map((id) => ({ id })) });
  expect(answer).toMatchObject({ platforms: expect.arrayContaining([expect.objectContaining(kore)]) });
  expect(text).not.toMatch(/acc-1|"secret"/);
});

test("a host that takes no accounts answers no platforms", async () => {
  expect(JSON.parse(await connectionsAnswer(undefined))).toMatchObject({ platforms: [] });
});
