import { rmSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Service } from "#service/ports.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createHost } from "./host.ts";
import { listen, type Listening } from "./listen.ts";
import { type Answer, ask } from "./testing/ask.ts";
import { writeClient } from "./testing/client-directory.ts";
import { openAccess, quietOperations } from "./testing/quiet-operations.ts";

/** Stands in for the API: repeats what it was asked; large where asked, broken where asked. */
const service: Service = {
  async fetch(asked) {
    const { pathname, search } = new URL(asked.url);
    if (pathname.endsWith("/broken")) throw new Error("canary\n    at secret (file.ts:1)");
    const said = { method: asked.method, path: pathname + search, body: await asked.text(), filling: search === "?large" ? "x".repeat(5_000) : "" };
    return Response.json(said, { headers: { ETag: '"e1"' } });
  },
};

const clientDirectory = writeClient();
afterAll(() => rmSync(clientDirectory, { recursive: true }));

/** The log of these hosts. */
const logged: string[] = [];

async function start(basePath: string, trustedProxies: string[] = [], publicOrigin?: string): Promise<Listening> {
  return listen(createHost({ ...quietOperations(basePath, (line) => logged.push(line)), service, clientDirectory, host: "127.0.0.1", basePath, trustedProxies, publicOrigin, frameAncestors: new Map(), access: openAccess }), { host: "127.0.0.1", port: 0 });
}

describe("at the root", () => {
  let host: Listening;
  beforeAll(async () => {
    host = await start("/");
  });
  afterAll(() => host.drain(100));
  const get = (path: string, headers?: Record<string, string>): Promise<Answer> => ask(host.origin, path, headers);
  const campaign = "/api/v1/connections/acme/campaigns/c1";

  test.each(["/", "/c/acme/campaign-uuid-1", "/nowhere"])("%s is the page, marked, with rooted addresses", async (path) => {
    const { status, headers, body } = await get(path);
    expect(status).toBe(200);
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(headers["cache-control"]).toBe("no-cache");
    expect(body.toString()).toContain('<meta name="callboard-host" content="node">');
    expect(body.toString()).toContain('src="/assets/main-x1.js"');
    expect(body.toString()).toContain('href="/favicon.svg"');
  });

  test("a bundled file is kept for a year, compressed where that is understood", async () => {
    const plain = await get("/assets/main-x1.js");
    expect(plain.headers).toMatchObject({ "cache-control": "public, max-age=31536000, immutable", "content-type": "text/javascript; charset=utf-8" });
    const packed = await get("/assets/main-x1.js", { "Accept-Encoding": "gzip, deflate, br" });
    expect(packed.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(packed.body)).toEqual(plain.body);
    expect((await get("/assets/main-x1.js", { "Accept-Encoding": "gzip;q=0" })).headers["content-encoding"]).toBeUndefined();
  });

  test("a file that has not changed is not sent again", async () => {
    const first = await get("/favicon.svg");
    const again = await get("/favicon.svg", { "If-None-Match": String(first.headers.etag) });
    expect(again).toMatchObject({ status: 304, body: Buffer.alloc(0) });
  });

  test.each(["/callboard.config.json", "/assets/gone-x0.js", "/assets/", "/assets/%2e%2e%2f%2e%2e%2fpackage.json"])("%s is a 404, not the page", async (path) => {
    expect(await get(path)).toMatchObject({ status: 404, headers: { "content-type": "application/problem+json" } });
  });

  test.each(["/../package.json", "/assets/../../package.json", "/..%2fpackage.json", "/%00"])("%s reads nothing outside the client", async (path) => {
    expect((await get(path)).body.toString()).not.toContain('"dependencies"');
  });

  test("the API is handed over as it was asked", async () => {
    const asked = await ask(host.origin, `${campaign}/calls/query?a=%2F`, {}, "POST", "body");
    expect(JSON.parse(asked.body.toString())).toMatchObject({ method: "POST", path: `${campaign}/calls/query?a=%2F`, body: "body" });
  });

  test.each([
    ["POST", "/api/v1/connections", "GET, HEAD"],
    ["DELETE", campaign, "GET, HEAD"],
    ["PUT", `${campaign}/calls`, "GET, HEAD"],
    ["GET", `${campaign}/calls/query`, "POST"],
    ["PATCH", `${campaign}/calls.csv`, "GET, HEAD, POST"],
    ["OPTIONS", `${campaign}/calls/call-1/attempts`, "GET, HEAD"],
  ])("%s %s is refused, with what may be asked there", async (method, path, allowed) => {
    const { status, headers, body } = await ask(host.origin, path, {}, method);
    expect([status, headers.allow, JSON.parse(body.toString())]).toEqual([405, allowed, expect.objectContaining({ code: "not_acceptable" })]);
  });

  test.each(["/healthz", "/readyz"])("%s says that the host answers", async (path) => {
    expect((await get(path)).body.toString()).toBe("ok");
  });

  test("a large answer of the API is compressed, and its tag marked weak", async () => {
    const { headers, body } = await get("/api/v1/x?large", { "Accept-Encoding": "gzip" });
    expect(headers).toMatchObject({ "content-encoding": "gzip", etag: 'W/"e1"' });
    expect(JSON.parse(gunzipSync(body).toString())).toMatchObject({ path: "/api/v1/x?large" });
  });

  test("a failure is one log line, and no stack for the reader", async () => {
    logged.length = 0;
    const { status, headers, body } = await get("/api/v1/broken");
    expect(status).toBe(500);
    expect(body.toString()).not.toContain("canary");
    const failures = logged.map((line): unknown => JSON.parse(line)).filter((line) => typeof line === "object" && line !== null && "level" in line && line.level === "error");
    expect(failures).toEqual([expect.objectContaining({ event: "failed", place: "answer", error: "Error", message: "canary", requestId: headers["callboard-request-id"] })]);
  });

  test.each(["/", "/api/v1/connections", "/assets/main-x1.js", "/assets/gone.js", "/healthz"])("%s carries the security headers", async (path) => {
    const { headers } = await get(path);
    const policy = String(headers["content-security-policy"]).split("; ");
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "object-src 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types callboard-worker",
      ]),
    );
    expect(policy.join()).not.toMatch(/unsafe|\*/);
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "no-referrer" });
  });

  test.each(["/healthz", "/readyz"])("%s answers a probe under any name", async (path) => {
    expect((await get(path, { Host: "10.1.2.3:4173" })).status).toBe(200);
  });

  describe.each(["/", "/api/v1/connections", "/assets/main-x1.js", "/metrics"])("%s", (path) => {
    test.each(["evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil.example:4173", "[::2]", "0.0.0.0"])(
      "[threat: running open by accident, DNS rebinding] asked for under the name %s is refused",
      async (name) => {
        const { status, body } = await get(path, { Host: name });
        expect({ status, ...JSON.parse(body.toString()) }).toMatchObject({ status: 403, code: "forbidden_host" });
      },
    );
  });

  test.each(["localhost", "LOCALHOST:4173", "127.0.0.1", "[::1]:4173"])("asked for %s it answers", async (name) => {
    expect((await get("/", { Host: name })).status).toBe(200);
  });

  test.each([
    ["cross-site", 403],
    ["same-site", 403],
    ["same-origin", 200],
    ["none", 200],
  ])("a %s request to the API is answered %i", async (site, status) => {
    expect((await get("/api/v1/connections", { "Sec-Fetch-Site": site })).status).toBe(status);
  });

  test.each(["https://evil.example", "null", "http://127.0.0.1:1", "http://127.0.0.1.evil.example", "not an origin"])("[threat: CSRF / cross-site reads] from a browser that tells no site, the API refuses the origin %s", async (from) => {
    for (const path of ["/api/v1/connections", campaign]) expect((await get(path, { Origin: from })).status).toBe(403);
    expect((await get("/", { Origin: from })).status).toBe(200);
  });

  test("from our own page it is answered, whatever the name we were asked for under", async () => {
    expect((await get("/api/v1/connections", { Origin: host.origin })).status).toBe(200);
    expect((await get("/api/v1/connections", { Origin: "http://localhost", Host: "localhost:80" })).status).toBe(200);
    expect((await get("/api/v1/connections", { Origin: "https://evil.example", "X-Forwarded-Host": "evil.example" })).status).toBe(403);
  });

  test("a link on another site opens the page", async () => {
    expect((await get("/c/acme/1", { "Sec-Fetch-Site": "cross-site" })).status).toBe(200);
  });
});

describe("under a base path, behind a trusted proxy", () => {
  let host: Listening;
  beforeAll(async () => {
    host = await start("/callboard/", ["127.0.0.0/8"]);
  });
  afterAll(() => host.drain(100));

  test("the page's addresses begin with it", async () => {
    const { body } = await ask(host.origin, "/callboard/c/acme/1");
    expect(body.toString()).toContain('src="/callboard/assets/main-x1.js"');
    expect((await ask(host.origin, "/callboard/assets/main-x1.js")).status).toBe(200);
  });

  test("the service is asked without it", async () => {
    const asked = await ask(host.origin, "/callboard/api/v1/connections/acme/campaigns/c1/calls/query?x=1", {}, "POST", "body");
    expect(JSON.parse(asked.body.toString())).toMatchObject({ method: "POST", path: "/api/v1/connections/acme/campaigns/c1/calls/query?x=1", body: "body" });
  });

  test("what lies outside of it is not served; the root leads to it", async () => {
    expect((await ask(host.origin, "/api/v1/connections")).status).toBe(404);
    expect(await ask(host.origin, "/")).toMatchObject({ status: 302, headers: { location: "/callboard/" } });
  });

  test("a page is ours that has the name the proxy was asked for under, or that its browser says is ours", async () => {
    const from = async (headers: Record<string, string>) => (await ask(host.origin, "/callboard/api/v1/connections", { Origin: "https://callboard.example", ...headers })).status;
    expect(await Promise.all([from({ Host: "callboard.example" }), from({ "X-Forwarded-Host": "callboard.example" }), from({ "Sec-Fetch-Site": "same-origin" })])).toEqual([200, 200, 200]);
    expect(await Promise.all([from({}), from({ Host: "callboard.example:8443" }), from({ "X-Forwarded-Host": "other.example" }), from({ "Sec-Fetch-Site": "none" })])).toEqual([403, 403, 403, 403]);
  });

  test("the proxy may pass on any name", async () => {
    expect((await ask(host.origin, "/callboard/", { Host: "callboard.example" })).status).toBe(200);
  });
});

test("without a built client it does not start, and says what to run", () => {
  const options = { ...quietOperations("/"), service, host: "127.0.0.1", basePath: "/", trustedProxies: [], publicOrigin: undefined, frameAncestors: new Map(), access: openAccess };
  expect(() => createHost({ ...options, clientDirectory: "/absent" })).toThrow(/run npm run build/);
});

test("behind TLS it has its public name too, and says that it is never without", async () => {
  const host = await start("/", [], "https://callboard.example");
  const asked = await ask(host.origin, "/", { Host: "callboard.example" });
  expect(asked).toMatchObject({ status: 200, headers: { "strict-transport-security": "max-age=31536000" } });
  const other = await ask(host.origin, "/", { Host: "other.example" });
  expect([other.status, JSON.parse(other.body.toString())]).toEqual([403, expect.objectContaining({ detail: "Open Callboard at https://callboard.example." })]);
  const from = async (origin: string) => (await ask(host.origin, "/api/v1/connections", { Origin: origin })).status;
  expect([await from("https://callboard.example"), await from("https://other.example")]).toEqual([200, 403]);
  await host.drain(100);
});

test("who asks while it is not known who may see what is told so", async () => {
  const lost = { atHand: () => undefined, of: () => Promise.reject(new Error("no connection")), forget: () => {} };
  const options = { ...quietOperations("/"), service, clientDirectory, host: "127.0.0.1", basePath: "/", trustedProxies: [], publicOrigin: undefined, frameAncestors: new Map() };
  const host = await listen(createHost({ ...options, access: { ...openAccess, viewers: lost, isWell: async () => false } }), { host: "127.0.0.1", port: 0 });
  const { status, body } = await ask(host.origin, "/api/v1/connections", {});
  expect([status, JSON.parse(body.toString())]).toEqual([503, expect.objectContaining({ code: "store_unavailable" })]);
  await host.drain(100);
});

test("somebody who was given no access gets no answer of the API, and how to get it", async () => {
  const nobody = { atHand: () => undefined, of: async () => undefined, forget: () => {} };
  const options = { ...quietOperations("/"), service, clientDirectory, host: "127.0.0.1", basePath: "/", trustedProxies: [], publicOrigin: undefined, frameAncestors: new Map() };
  const host = await listen(createHost({ ...options, access: { ...openAccess, viewers: nobody } }), { host: "127.0.0.1", port: 0 });
  const { status, headers, body } = await ask(host.origin, "/api/v1/connections", {});
  expect([status, headers["www-authenticate"], JSON.parse(body.toString())]).toEqual([401, "Bearer", expect.objectContaining({ code: "not_signed_in" })]);
  expect((await ask(host.origin, "/", {})).status).toBe(200);
  await host.drain(100);
});
