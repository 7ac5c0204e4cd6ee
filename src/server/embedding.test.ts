import { rmSync } from "node:fs";
import type { Service } from "#service/ports.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createHost } from "./host.ts";
import { listen, type Listening } from "./listen.ts";
import { ask } from "./testing/ask.ts";
import { writeClient } from "./testing/client-directory.ts";
import { openAccess, quietOperations } from "./testing/quiet-operations.ts";

const service: Service = { fetch: async () => new Response(null, { status: 204 }) };
const clientDirectory = writeClient();
let host: Listening;

beforeAll(async () => {
  const frameAncestors = new Map([
    ["acme", ["https://crm.example", "https://*.force.example"]],
    ["other", []],
  ]);
  const options = { ...quietOperations("/tools/", () => {}), service, clientDirectory, host: "127.0.0.1", basePath: "/tools/", trustedProxies: [], publicOrigin: undefined, frameAncestors, access: openAccess };
  host = await listen(createHost(options), { host: "127.0.0.1", port: 0 });
});
afterAll(async () => {
  await host.drain(100);
  rmSync(clientDirectory, { recursive: true });
});

test("the script for pages of others is theirs to load, from one address, and is asked for again whenever it may have changed", async () => {
  const { status, headers, body } = await ask(host.origin, "/tools/embed.js");
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    "content-type": "text/javascript; charset=utf-8",
    "cache-control": "no-cache",
    "cross-origin-resource-policy": "cross-origin",
    "access-control-allow-origin": "*",
    "x-content-type-options": "nosniff",
  });
  expect(body.toString()).toContain("Callboard");
  expect((await ask(host.origin, "/tools/embed.js", { "If-None-Match": String(headers.etag) })).status).toBe(304);
  // Nothing else is.
  const page = await ask(host.origin, "/tools/");
  expect([page.headers["cross-origin-resource-policy"], page.headers["access-control-allow-origin"]]).toEqual(["same-origin", undefined]);
});

test("[threat: postMessage spoofing] an embedded page is told whom it may speak to, as the policy says who may frame it", async () => {
  const embedded = await ask(host.origin, "/tools/embed/acme/c1");
  expect(embedded.body.toString()).toContain('<meta name="callboard-frame-ancestors" content="https://crm.example https://*.force.example">');
  expect(embedded.headers["content-security-policy"]).toContain("frame-ancestors https://crm.example https://*.force.example;");
  for (const path of ["/tools/embed/other/c1", "/tools/embed/nobody/c1", "/tools/c/acme/c1", "/tools/embed/acme%20/c1"]) {
    const { body, headers } = await ask(host.origin, path);
    expect(body.toString()).not.toContain("callboard-frame-ancestors");
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  }
});
