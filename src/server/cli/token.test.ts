import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildHost, startHost } from "../testing/built-host.ts";

/* The command line of tokens, as a process of its own. */
const env = { SECRET: "tV9s+Qk2mZx7Lw4eRb1yUc8oPd3fGh6j", TOKEN: "talq_test" };
const access = { mode: "token", secrets: [{ env: "SECRET" }] };
const connections = { acme: { provider: "talkover", token: { env: "TOKEN" } }, "north-sales": { provider: "talkover", token: { env: "TOKEN" } } };

const cwd = mkdtempSync(join(tmpdir(), "callboard-token-"));
beforeAll(async () => {
  await buildHost();
  writeFileSync(join(cwd, "callboard.config.json"), JSON.stringify({ connections, access }));
  writeFileSync(join(cwd, "lost.json"), JSON.stringify({ connections, access, database: { file: "absent/callboard.db" } }));
});
afterAll(() => rmSync(cwd, { recursive: true }));

async function run(...args: string[]): Promise<[number | null, string]> {
  const { ended, output } = startHost({ args, env, cwd });
  const code = await ended;
  return [code, output()];
}

test("--help says what there is", async () => {
  expect(await run("token", "--help")).toEqual([0, expect.stringMatching(/^Makes a token .*--revoke ID/s)]);
});

test("a link is made for the connections that are there", async () => {
  expect(await run("token", "--link", "--campaigns", "acme/*,north-sales/spring-*")).toEqual([0, expect.stringMatching(/^http:\/\/127\.0\.0\.1:4173\/sign-in#code=[\w.-]+$/m)]);
});

test.each([
  ["north-sale/*", "--campaigns names the connection north-sale, which is not configured: write north-sales, or leave it out.\n"],
  ["acme/*,zzzzzzzz/*", "--campaigns names the connection zzzzzzzz, which is not configured: write one of acme, north-sales, or leave it out.\n"],
])("--campaigns %s is refused, with the nearest name", async (campaigns, sentence) => {
  expect(await run("token", "--campaigns", campaigns)).toEqual([2, sentence]);
});

test("without a directory for the database nothing starts, and a sentence says so", async () => {
  const sentence = `database.file, ${join(cwd, "absent/callboard.db")}, cannot be opened: create the directory it is to lie in, or name another file.\n`;
  expect(await run("--port", "0", "--config", "lost.json")).toEqual([2, sentence]);
});

test("displays without the database of a running service: nothing is done, and none is made", async () => {
  const file = join(cwd, "absent/callboard.db");
  const sentence = `Nothing was done: database.file, ${file}, is not there. Name the one of the running Callboard; if it was lost, restart Callboard and try again.\n`;
  expect(await run("display", "list", "--config", "lost.json")).toEqual([2, sentence]);
});

test("revoking without the database of a running service says that nothing was revoked, and makes none", async () => {
  const file = join(cwd, "absent/callboard.db");
  const sentence = `Nothing was revoked: database.file, ${file}, is not there. Name the one of the running Callboard; if it was lost, restart Callboard and revoke again.\n`;
  expect(await run("token", "--config", "lost.json", "--revoke", "985f43bf-b7fe-4234-ad1d-f44720cd954c")).toEqual([2, sentence]);
});
