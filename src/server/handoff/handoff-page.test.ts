import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createHost } from "../host.ts";
import { listen, type Listening } from "../listen.ts";
import { ask } from "../testing/ask.ts";
import { writeClient } from "../testing/client-directory.ts";
import { openAccess, quietOperations } from "../testing/quiet-operations.ts";
import type { Handoffs } from "./handoffs.ts";

/* What a frame is led to when Callboard itself fails, or has no such host. */
const clientDirectory = writeClient();
const logged: string[] = [];
let host: Listening;

beforeAll(async () => {
  const handoffs: Handoffs = { parameterOf: (name) => (name === "crm" ? "jwt" : undefined), begin: () => Promise.reject(new Error("The database canary-place does not answer")), trade: async () => undefined, renew: async () => undefined };
  const options = { ...quietOperations("/", (line) => logged.push(line)), service: { fetch: async () => new Response(null, { status: 204 }) }, clientDirectory, host: "127.0.0.1", basePath: "/", trustedProxies: [], publicOrigin: undefined, frameAncestors: new Map([["acme", ["https://crm.example"]]]) };
  host = await listen(createHost({ ...options, access: { ...openAccess, handoffs } }), { host: "127.0.0.1", port: 0 });
});
afterAll(async () => {
  await host.drain(100);
  rmSync(clientDirectory, { recursive: true });
});

test("a database that does not answer is said in the frame, and in the log", async () => {
  const { status, headers } = await ask(host.origin, "/embed/handoff/crm?connection=acme&campaign=c1&tab=files&jwt=x.y.z");
  expect([status, headers.location]).toEqual([303, "/embed/acme/c1?via=handoff&tab=files&refused=unavailable"]);
  expect(logged.map((line): unknown => JSON.parse(line))).toContainEqual(expect.objectContaining({ event: "failed", place: "answer", message: "The database canary-place does not answer" }));
});

test("a form that is too long is refused before all of it came; another method is none", async () => {
  const form = { "content-type": "application/x-www-form-urlencoded" };
  expect((await ask(host.origin, "/embed/handoff/crm?connection=acme&campaign=c1", form, "POST", `jwt=${"x".repeat(20_000)}`)).status).toBe(400);
  expect((await ask(host.origin, "/embed/handoff/crm?connection=acme&campaign=c1", form, "PUT", "jwt=x")).status).toBe(405);
});

test("without hosts that sign, the address is a page as any other", async () => {
  const options = { ...quietOperations("/"), service: { fetch: async () => new Response(null, { status: 204 }) }, clientDirectory, host: "127.0.0.1", basePath: "/", trustedProxies: [], publicOrigin: undefined, frameAncestors: new Map() };
  const plain = await listen(createHost({ ...options, access: openAccess }), { host: "127.0.0.1", port: 0 });
  expect((await ask(plain.origin, "/embed/handoff/crm?connection=acme&campaign=c1")).headers["content-type"]).toBe("text/html; charset=utf-8");
  await plain.drain(100);
});
