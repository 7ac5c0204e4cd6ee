import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { afterAll, expect, test } from "vitest";
import { asOperator, emptyPostgres } from "../testing/databases.ts";
import { openDatabase, wellnessOf } from "./database.ts";
import { openPostgres } from "./postgres.ts";
import { spentIds } from "./spent-ids.ts";

const closing: (() => void)[] = [];
afterAll(() => closing.forEach((close) => close()));

/** The same address with parts of it changed. */
function changed(url: string, change: (address: URL) => void): string {
  const address = new URL(url);
  change(address);
  return address.href;
}

/** A port that passes everything on to the database, until it is told to swallow it without a word. */
async function network(url: string): Promise<{ url: string; silence(is: boolean): void }> {
  const { hostname, port } = new URL(url);
  const sockets: Socket[] = [];
  let isSilent = false;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    sockets.push(near, far);
    for (const [from, to] of [[near, far], [far, near]] as const) {
      from.on("data", (bytes) => isSilent || to.write(bytes));
      from.on("close", () => to.destroy());
      from.on("error", () => {});
    }
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  closing.push(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const { port: own } = server.address() as AddressInfo;
  return {
    url: changed(url, (address) => (address.port = String(own))),
    silence: (is) => {
      isSilent = is;
    },
  };
}

test("several hosts that start at once bring an empty database up to date together", async () => {
  const place = { kind: "url" as const, url: await emptyPostgres() };
  const opened = await Promise.all(Array.from({ length: 4 }, () => openDatabase(place)));
  const spent = await Promise.all(opened.map((database) => spentIds(database, () => 0).spend("one", 1)));
  expect(spent.filter(Boolean)).toHaveLength(1);
  await Promise.all(opened.map((database) => database.destroy()));
});

test("a database that goes away fails what is asked meanwhile, and is used again when it is back", async () => {
  const url = await emptyPostgres();
  const place = { kind: "url" as const, url };
  const database = await openDatabase(place);
  const isWell = await wellnessOf(place, database);
  const spent = spentIds(database, Date.now);
  expect([await isWell(), await spent.has("a")]).toEqual([true, false]);
  const name = new URL(url).pathname.slice(1);
  await asOperator(url, `alter database ${name} allow_connections false`, { database: "postgres" });
  await asOperator(url, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`, { database: "postgres" });
  await expect.poll(isWell, { timeout: 10_000 }).toBe(false);
  await expect(spent.has("a")).rejects.toThrow();
  await asOperator(url, `alter database ${name} allow_connections true`, { database: "postgres" });
  await expect.poll(isWell, { timeout: 10_000 }).toBe(true);
  expect(await spent.has("a")).toBe(false);
  await database.destroy();
});

test("a network that swallows what is sent ends neither the process nor its questions: they fail, and later ones are answered", async () => {
  const { url, silence } = await network(await emptyPostgres());
  const database = await openPostgres(url, { longestMilliseconds: 1_000 });
  const spent = spentIds(database, Date.now);
  expect(await spent.has("a")).toBe(false);
  silence(true);
  await expect(spent.has("a")).rejects.toThrow("Connection terminated");
  silence(false);
  expect(await spent.has("a")).toBe(false);
  await database.destroy();
});

test("whether it is well is said within seconds where nothing answers", async () => {
  const { url, silence } = await network(await emptyPostgres());
  const place = { kind: "url" as const, url };
  const database = await openPostgres(url, { longestMilliseconds: 9_000 });
  const isWell = await wellnessOf(place, database);
  silence(true);
  const asked = performance.now();
  expect(await isWell()).toBe(false);
  expect(performance.now() - asked).toBeLessThan(8_000);
  silence(false);
  await expect.poll(isWell, { timeout: 10_000 }).toBe(true);
  // What was swallowed is waited for no longer than the test.
  closing.push(() => void database.destroy());
});

test("each reason why it cannot be opened has its sentence, without the password", async () => {
  const url = await emptyPostgres();
  const { password, pathname } = new URL(url);
  await asOperator(url, "create role guest login password 'canary-of-the-guest'");
  await asOperator(url, "revoke create on schema public from public");
  const refusals: [string, string][] = [
    [changed(url, (address) => (address.password = "canary-of-another")), "it refuses the user or the password: mend them, or its pg_hba.conf"],
    [changed(url, (address) => (address.pathname = "/absent")), "it has no database of this name: create it"],
    [changed(url, (address) => (address.port = "1")), "no PostgreSQL answers there: start it, or mend the address"],
    [changed(url, (address) => Object.assign(address, { username: "guest", password: "canary-of-the-guest" })), "its user may create no tables there: make that user the owner of the database"],
    [`${url}?sslmode=require`, "it speaks no TLS: let it, or leave sslmode out where nobody listens on the way"],
    [`${url}?sslmode=verify-full&sslrootcert=/absent.pem`, "a certificate or key that the address names cannot be read"],
  ];
  for (const [address, mending] of refusals) {
    const said = await openPostgres(address).then(
      () => "opened",
      (error: unknown) => error,
    );
    expect(said).toBeInstanceOf(Error);
    const { message, cause } = said as Error;
    expect([message, cause]).toEqual([expect.stringMatching(/^database\.url, 127\.0\.0\.1:\d+\/\w+, cannot be opened: /), undefined]);
    expect(message).toContain(mending);
    expect(message).not.toMatch(new RegExp(`canary|${password}`));
  }
  await expect(openPostgres(changed(url, (address) => (address.port = "1")))).rejects.toThrow(`database.url, 127.0.0.1:1${pathname}, cannot`);
});
