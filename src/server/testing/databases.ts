import { Client } from "pg";
import { inject } from "vitest";
import type { DatabasePlace } from "../configuration/configuration.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where scripts/test-programs.mjs hands out databases. */
    databases: string;
  }
}

/** The address of an empty PostgreSQL database, its password in it. Rejects, so that tests fail, where PostgreSQL is not installed. */
export async function emptyPostgres(): Promise<string> {
  const answer = await fetch(inject("databases"));
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
}

/** What is kept in a database is tested on each that can keep it: `test.each(bothDatabases)` or `describe.each`. */
export const bothDatabases: [name: string, emptyPlace: () => Promise<DatabasePlace>][] = [
  ["SQLite", async () => ({ kind: "file", file: ":memory:" })],
  ["PostgreSQL", async () => ({ kind: "url", url: await emptyPostgres() })],
];

/** One statement as the operator of the server, beside what Callboard does; to another database of the server where `database` names it. */
export async function asOperator(url: string, statement: string, { database }: { database?: string } = {}): Promise<unknown[]> {
  const address = new URL(url);
  if (database !== undefined) address.pathname = `/${database}`;
  const client = new Client({ connectionString: address.href });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}
