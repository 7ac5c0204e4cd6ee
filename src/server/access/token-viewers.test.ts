import type { IncomingMessage } from "node:http";
import { afterEach, expect, test } from "vitest";
import { type Database, openDatabase } from "../store/database.ts";
import { spentIds } from "../store/spent-ids.ts";
import { Signer } from "./signed.ts";
import { tokenViewers } from "./token-viewers.ts";

/* Whoever shows a token, and on whose word it was made. */
const grant = { campaigns: { acme: ["c1"] }, surface: "embed" as const, numbers: "masked" as const, permissions: [], contact: "+14155550134" };
const databases: Database[] = [];
afterEach(async () => {
  for (const database of databases.splice(0)) await database.destroy();
});

async function viewers(isHost?: (name: string) => boolean) {
  const database = await openDatabase({ kind: "file", file: ":memory:" });
  databases.push(database);
  const signer = new Signer(["tV9s+Qk2mZx7Lw4eRb1yUc8oPd3fGh6j"], Date.now);
  const found = tokenViewers({ signer, spent: spentIds(database, Date.now), now: Date.now, ...(isHost !== undefined && { isHost }) });
  const showing = async (via: string | undefined) => {
    const token = await signer.sign("token", { label: "ann", grant, expiresAt: Date.now() + 60_000, via });
    const incoming: Pick<IncomingMessage, "headers"> = { headers: { authorization: `Bearer ${token}` } };
    return found.of(incoming as IncomingMessage);
  };
  return { showing };
}

test("a token brings its contact along, which it shows to nobody", async () => {
  const { showing } = await viewers();
  expect((await showing(undefined))?.contact).toBe("+14155550134");
});

test("[threat: viewer token forgery and escalation] what a host handed over counts as long as that host is configured", async () => {
  const { showing } = await viewers((name) => name === "crm");
  expect((await showing("crm"))?.label).toBe("ann");
  expect(await showing("gone")).toBeUndefined();
  expect(await (await viewers()).showing("crm")).toBeUndefined();
});
