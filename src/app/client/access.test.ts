import { serve, type ServerType } from "@hono/node-server";
import { Hono } from "hono";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ApiError } from "./api-error.ts";
import { type Access, createAccess } from "./access.ts";
import { createApi } from "./api.ts";
import { createServiceClock } from "./service-clock.ts";

/** A service with sessions: `valid` is the one it accepts. */
let server: ServerType;
let url: string;
let valid = 1;
/** The session the browser holds: its cookie. */
let held = 1;
let renews: () => Response;
let asked: string[] = [];

const problem = (status: number, code: string, headers: Record<string, string> = {}) =>
  Response.json({ type: "about:blank", title: code, status, detail: code, code }, { status, headers: { ...headers, "content-type": "application/problem+json" } });
const isThing = (body: unknown): body is { name: string } => typeof body === "object" && body !== null && "name" in body;

beforeEach(async () => {
  [valid, held, asked] = [1, 1, []];
  renews = () => {
    held = valid;
    return new Response(null, { status: 204 });
  };
  const app = new Hono();
  app.all("*", async (c) => {
    asked.push(`${c.req.method} ${c.req.path}`);
    const sent = held;
    // Questions overlap, as those of a page do.
    await new Promise((resolve) => setTimeout(resolve, 10));
    if (c.req.path.endsWith("/renewal")) return renews();
    return sent === valid ? c.json({ name: c.req.path, body: await c.req.text() }, 200, { etag: `"${sent}"` }) : problem(401, "not_signed_in");
  });
  url = await new Promise((resolve) => {
    server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => resolve(`http://127.0.0.1:${port}`));
  });
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

function create() {
  const access = createAccess((path, init) => fetch(url + path, init));
  const api = createApi(access.send, createServiceClock({ monotonic: () => 0, wall: () => 0 }));
  return { access, api, ask: (path: string) => api.ask(path, isThing) };
}

const renewals = () => asked.filter((each) => each.endsWith("/renewal")).length;

function states(access: Access): string[] {
  const seen: string[] = [];
  access.subscribe(() => seen.push(access.state()));
  return seen;
}

test("[fault: viewer's token refused] an expired session is renewed once for all questions under way, in silence", async () => {
  const { access, ask } = create();
  const seen = states(access);
  await ask("/first");
  valid = 2;
  const answers = await Promise.all(["/a", "/b", "/c", "/d"].map(ask));
  expect(answers.map(({ data }) => data.name)).toEqual(["/a", "/b", "/c", "/d"]);
  expect(renewals()).toBe(1);
  expect(asked).toHaveLength(1 + 4 + 1 + 4);
  expect(seen).toEqual([]);
});

test("a question that was refused while another renewed is asked again without another renewal", async () => {
  const { ask } = create();
  valid = 2;
  const slow = ask("/slow");
  await ask("/fast");
  await slow;
  expect(renewals()).toBe(1);
});

test("what was asked by POST is asked again with its body", async () => {
  const { api } = create();
  valid = 2;
  const { data } = await api.ask("/query", isThing, { body: { q: "4155550134" } });
  expect(data).toMatchObject({ body: '{"q":"4155550134"}' });
});

test("[fault: viewer's token refused] refused again, access is over: said once, and nothing more is asked", async () => {
  const { access, ask } = create();
  const seen = states(access);
  await ask("/first");
  renews = () => problem(401, "not_signed_in");
  valid = 2;
  const failures = await Promise.allSettled(["/a", "/b", "/c"].map(ask));
  expect(failures.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  expect(renewals()).toBe(1);
  expect(seen).toEqual(["ended"]);
  const before = asked.length;
  await expect(ask("/later")).rejects.toMatchObject({ problem: { status: 0, detail: "Nothing is asked until somebody signs in." } });
  expect(asked).toHaveLength(before);
});

test("a renewed session that is refused all the same is over, without a loop", async () => {
  const { access, ask } = create();
  renews = () => new Response(null, { status: 204 });
  valid = 2;
  await expect(ask("/a")).rejects.toMatchObject({ problem: { code: "not_signed_in" } });
  expect(access.state()).toBe("absent");
  expect(asked).toEqual(["GET /a", "POST /api/v1/session/renewal", "GET /a"]);
});

test("a renewal that could not be worked out is a fault, not the end", async () => {
  const { access, ask } = create();
  valid = 2;
  renews = () => problem(429, "too_many_requests", { "retry-after": "20" });
  await expect(Promise.allSettled([ask("/a"), ask("/b")])).resolves.toMatchObject([
    { reason: { problem: { code: "too_many_requests", retryAt: 20_000 } } },
    { reason: { problem: { code: "too_many_requests", retryAt: 20_000 } } },
  ]);
  renews = () => new Response("<h1>gone</h1>", { status: 502 });
  await expect(ask("/a")).rejects.toMatchObject({ problem: { code: "server_error" } });
  expect(access.state()).toBe("open");
  renews = () => {
    held = valid;
    return new Response(null, { status: 204 });
  };
  expect((await ask("/a")).data.name).toBe("/a");
});

test("a service that is gone while renewing is unreachable", async () => {
  let calls = 0;
  const access = createAccess(async () => {
    calls += 1;
    if (calls > 1) throw new TypeError("no network");
    return problem(401, "not_signed_in");
  });
  const api = createApi(access.send, createServiceClock({ monotonic: () => 0, wall: () => 0 }));
  await expect(api.ask("/a", isThing)).rejects.toMatchObject({ problem: { code: "unreachable", status: 0 } });
  expect(access.state()).toBe("open");
});

test("a 403 is no reason to renew, and the session goes on", async () => {
  const access = createAccess(async () => problem(403, "out_of_scope"));
  const api = createApi(access.send, createServiceClock({ monotonic: () => 0, wall: () => 0 }));
  await expect(api.ask("/a", isThing)).rejects.toMatchObject({ problem: { code: "out_of_scope" } });
  expect(access.state()).toBe("open");
});

test("who signs in again goes on; an answer kept for the one before is asked for anew", async () => {
  const { access, api, ask } = create();
  access.subscribe(() => api.forget());
  await ask("/a");
  valid = 2;
  renews = () => problem(401, "not_signed_in");
  await ask("/a").catch(() => {});
  held = 2;
  access.become("open");
  const again = await ask("/a");
  expect(again.changed).toBe(true);
  expect(access.state()).toBe("open");
});

test("an answer that arrives after access ended is kept for nobody", async () => {
  const tags: (string | null)[] = [];
  const letGo = vi.fn<() => void>();
  const access = createAccess(async (_, init) => {
    tags.push(new Headers(init.headers).get("if-none-match"));
    await new Promise((resolve) => setTimeout(resolve, 5));
    return Response.json({ name: "late" }, { headers: { etag: '"late"' } });
  });
  const api = createApi(access.send, createServiceClock({ monotonic: () => 0, wall: () => 0 }));
  access.subscribe(() => {
    letGo();
    api.forget();
  });
  const late = api.ask("/a", isThing);
  access.become("left");
  await late;
  access.become("open");
  await api.ask("/a", isThing);
  expect(letGo).toHaveBeenCalledTimes(2);
  expect(tags).toEqual([null, null]);
});

/** What `fetch` gives for a redirect that it was told not to follow. */
const redirected = (): Response => Object.defineProperties(Response.error(), { type: { value: "opaqueredirect" } });
const page401 = (): Response => new Response("<h1>Sign in</h1>", { status: 401, headers: { "content-type": "text/html" } });

test.each([
  ["a redirect", redirected],
  ["a page with status 401", page401],
])("[fault: viewer's token refused] %s, by a proxy in front that wants a sign-in of its own, is the end, without a renewal", async (_, answer) => {
  const paths: string[] = [];
  const access = createAccess(async (path) => {
    paths.push(path);
    return answer();
  });
  const api = createApi(access.send, createServiceClock({ monotonic: () => 0, wall: () => 0 }));
  await expect(api.ask("/a", isThing)).rejects.toBeInstanceOf(ApiError);
  expect(access.state()).toBe("stopped");
  expect(paths).toEqual(["/a"]);
});

test("a proxy in front that stops a renewal has the reader sign in there", async () => {
  const access = createAccess(async (path) => (path.endsWith("/renewal") ? redirected() : problem(401, "not_signed_in")));
  const api = createApi(access.send, createServiceClock({ monotonic: () => 0, wall: () => 0 }));
  await expect(api.ask("/a", isThing)).rejects.toBeInstanceOf(ApiError);
  expect(access.state()).toBe("stopped");
});

test("where stops are borne, a question stopped in front fails and the next is asked; a refusal of Callboard's own is the end all the same", async () => {
  const answers = [redirected, page401, () => Response.json({ name: "/a" }), () => problem(401, "not_signed_in")];
  const access = createAccess(async (path) => (path.endsWith("/renewal") ? problem(401, "not_signed_in") : (answers.shift() ?? redirected)()));
  const api = createApi(access.send, createServiceClock({ monotonic: () => 0, wall: () => 0 }));
  access.bearStops();
  for (let stopped = 0; stopped < 2; stopped += 1) {
    await expect(api.ask("/a", isThing)).rejects.toMatchObject({ problem: { code: "not_signed_in", status: 0 } });
    expect(access.state()).toBe("open");
  }
  expect((await api.ask("/a", isThing)).data.name).toBe("/a");
  await expect(api.ask("/a", isThing)).rejects.toMatchObject({ problem: { status: 401 } });
  expect(access.state()).toBe("ended");
});
