import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { openLockSession } from "../store/lock-session.ts";
import { asOperator, emptyPostgres } from "../testing/databases.ts";
import { createHomes, type Homes } from "./homes.ts";
import { SharedHomes } from "./shared-homes.ts";

/* Hosts that share a PostgreSQL database: each connection is at home at one of them. */
const opened: Homes[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((homes) => homes.close()));
});

/** A host of its own, with a clock that can be set forward. */
function host(url: string, connections = ["acme"]): { homes: SharedHomes; told: [string, boolean][]; later(milliseconds: number): void } {
  let ahead = 0;
  const homes = new SharedHomes(connections, (events) => openLockSession(url, events), () => performance.now() + ahead);
  const told: [string, boolean][] = [];
  homes.onChange((connection, isHome) => told.push([connection, isHome]));
  opened.push(homes);
  return {
    homes,
    told,
    later: (milliseconds) => {
      ahead += milliseconds;
    },
  };
}

/** Waits until it is, or is not, the home. */
async function becomes(isHome: boolean, { homes }: { homes: Homes }, connection = "acme"): Promise<void> {
  await expect.poll(() => homes.isHome(connection), { timeout: 10_000, interval: 20 }).toBe(isHome);
}

test("a file is nobody else's: every connection is at home at once", () => {
  const homes = createHomes({ kind: "file", file: join(mkdtempSync(join(tmpdir(), "callboard-homes-")), "callboard.db") }, ["acme"]);
  expect(homes.isHome("acme")).toBe(true);
});

test("of two hosts one is the home; after its end the other is", async () => {
  const url = await emptyPostgres();
  const first = host(url);
  await becomes(true, first);
  const second = host(url);
  await first.homes.close();
  expect(first.homes.isHome("acme")).toBe(false);
  await becomes(true, second);
  expect([first.told, second.told]).toEqual([[["acme", true], ["acme", false]], [["acme", true]]]);
});

test("a home moves to where somebody looks, and only there; not from where somebody does", async () => {
  const url = await emptyPostgres();
  const [first, second] = [host(url, ["acme", "beta"]), host(url, ["acme", "beta"])];
  await expect.poll(() => [first, second].filter(({ homes }) => homes.isHome("acme") && homes.isHome("beta")).length, { timeout: 10_000 }).toBe(1);
  const [owner, other] = first.homes.isHome("acme") ? [first, second] : [second, first];
  owner.homes.viewed("acme");
  // As pages do, again and again; an answer for the first connection would come before that for the second.
  const look = (): boolean => {
    for (const connection of ["acme", "beta"]) other.homes.viewed(connection);
    return other.homes.isHome("beta");
  };
  await expect.poll(look, { timeout: 10_000, interval: 20 }).toBe(true);
  expect([owner.homes.isHome("acme"), owner.homes.isHome("beta")]).toEqual([true, false]);
  owner.later(31_000);
  other.later(2_001);
  other.homes.viewed("acme");
  await becomes(true, other);
  expect(owner.homes.isHome("acme")).toBe(false);
});

test("a session that is cut holds nothing from that moment on, and is begun again", async () => {
  const url = await emptyPostgres();
  const only = host(url);
  await becomes(true, only);
  await asOperator(url, "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'");
  await expect.poll(() => only.told, { timeout: 1_000, interval: 10 }).toContainEqual(["acme", false]);
  await becomes(true, only);
  expect(only.told).toEqual([["acme", true], ["acme", false], ["acme", true]]);
});

test("a host that hears nothing from the database trusts no lock, though it was told of no end", async () => {
  const only = host(await emptyPostgres());
  await becomes(true, only);
  only.later(8_000);
  expect(only.homes.isHome("acme")).toBe(false);
  await becomes(true, only);
});

test("where the database cannot be reached nothing is at home, and it is tried again", async () => {
  const url = await emptyPostgres();
  const name = new URL(url).pathname.slice(1);
  await asOperator(url, `alter database ${name} allow_connections false`, { database: "postgres" });
  const only = host(url);
  await new Promise((settle) => setTimeout(settle, 300));
  expect(only.homes.isHome("acme")).toBe(false);
  await asOperator(url, `alter database ${name} allow_connections true`, { database: "postgres" });
  await becomes(true, only);
});
