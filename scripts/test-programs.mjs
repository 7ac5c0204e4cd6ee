import { createServer } from "node:http";
import { Client } from "pg";
import { findNginx } from "./nginx.mjs";
import { startPostgres } from "./postgres.mjs";

/*
 * Vitest's global setup: says where nginx is, and hands out empty PostgreSQL databases. One cluster
 * serves the whole run, and starts when the first test asks.
 */

/** @typedef {{ provide: (key: "databases" | "nginx", place: string) => void }} Project */

/** @param {Project} project */
export async function setup(project) {
  project.provide("nginx", findNginx() ?? "");
  /** @type {ReturnType<typeof startPostgres> | undefined} */
  let cluster;
  let count = 0;
  const emptyDatabase = async () => {
    cluster ??= startPostgres();
    const { port, password } = await cluster;
    const address = `postgres://callboard:${password}@127.0.0.1:${port}`;
    const name = `test_${(count += 1)}`;
    const client = new Client({ connectionString: `${address}/postgres` });
    await client.connect();
    await client.query(`create database ${name}`);
    await client.end();
    return `${address}/${name}`;
  };
  const desk = createServer((_, answer) => {
    emptyDatabase().then(
      (address) => answer.end(address),
      (error) => answer.writeHead(500).end(error instanceof Error ? error.message : String(error)),
    );
  });
  await new Promise((ready) => desk.listen(0, "127.0.0.1", () => ready(undefined)));
  const address = desk.address();
  if (typeof address === "object" && address !== null) project.provide("databases", `http://127.0.0.1:${address.port}/`);
  return async () => {
    desk.close();
    await cluster?.then(
      ({ stop }) => stop(),
      () => {},
    );
  };
}
