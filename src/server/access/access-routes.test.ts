import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type Database, openDatabase } from "../store/database.ts";
import { spentIds } from "../store/spent-ids.ts";
import { accessRoutes } from "./access-routes.ts";
import { createSessions } from "./sessions.ts";
import { Signer } from "./signed.ts";
import { openToAll } from "./viewers.ts";

/* What backends are told that ask for something else than there is. */
const secret = "Zx8cVb5nMq2wEr9tYu4iOp7aSd1fGh3j";
let database: Database;
let app: ReturnType<typeof accessRoutes>;
beforeAll(async () => {
  database = await openDatabase({ kind: "file", file: ":memory:" });
  const parts = { signer: new Signer(["tV9s+Qk2mZx7Lw4eRb1yUc8oPd3fGh6j"], Date.now), spent: spentIds(database, Date.now), now: Date.now };
  const crm = { name: "crm", secret, surfaces: ["embed" as const], maxSeconds: 600, campaigns: { acme: ["*"] }, numbers: "masked" as const, permissions: [] };
  app = accessRoutes({ ...parts, viewers: openToAll, sessions: createSessions({ ...parts, sessionHours: 12 }), issuers: [crm] });
});
afterAll(() => database.destroy());

const Problem = z.object({ status: z.number(), code: z.string(), detail: z.string() });
const ask = (method: string, path: string, body?: string) => app.request(path, { method, headers: { authorization: `Bearer ${secret}` }, ...(body !== undefined && { body }) });

test.each<[unknown, RegExp]>([
  [{}, /^label is missing: it must be what the viewer is called, of 1 to 200 characters\.$/],
  [{ label: "" }, /^label must be what the viewer is called, of 1 to 200 characters\.$/],
  [{ label: "ann", seconds: 1.5 }, /^seconds must be how long it may be used, in whole seconds, 10 or more\.$/],
  [{ label: "ann", surface: "frame", numbers: 4 }, /^surface must be "page", "embed" or "wall"\. numbers must be "full", "masked" or "none"\.$/],
  [{ label: "ann", permissions: ["fly"] }, /^permissions\[0\] must be a list of "recordings", "export" and "displays"\.$/],
  [{ label: "ann", campaigns: { acme: "c1" } }, /^campaigns\.acme must be lists of campaign ids by connection, such as \{"acme": \["spring-1"\]\}\.$/],
  [{ label: "ann", second: 60 }, /^second is no key of this version: write seconds, or leave it out\.$/],
  [JSON.parse('{ "label": "ann", "campaigns": { "__proto__": ["c1"] } }'), /^campaigns\.__proto__ is no connection/],
  [JSON.parse('{ "label": "ann", "__proto__": { "seconds": 60 } }'), /^__proto__ is no key of this version/],
  [["ann"], /^Send a JSON object such as \{"label": /],
  [undefined, /^Send a JSON object such as/],
])("a token asked for with %j: %s", async (body, sentence) => {
  const answer = await ask("POST", "/tokens", JSON.stringify(body) ?? "no JSON");
  expect(Problem.parse(await answer.json())).toEqual({ status: 400, code: "bad_request", detail: expect.stringMatching(sentence) });
});

test.each([
  ["GET", "/session", "POST, DELETE"],
  ["PUT", "/session", "POST, DELETE"],
  ["GET", "/session/renewal", "POST"],
  ["GET", "/tokens", "POST"],
  ["DELETE", "/tokens", "POST"],
  ["POST", "/tokens/crm-1", "DELETE"],
])("%s %s is refused, with what may be asked there", async (method, path, allowed) => {
  const answer = await ask(method, path);
  expect([answer.status, answer.headers.get("allow")]).toEqual([405, allowed]);
  expect(Problem.parse(await answer.json()).code).toBe("not_acceptable");
});
