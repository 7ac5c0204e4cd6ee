import { serve, type ServerType } from "@hono/node-server";
import { Hono } from "hono";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { clockHeaders, refreshHeader } from "#service/api.ts";
import { createApi } from "./api.ts";
import { ApiError } from "./api-error.ts";
import { createServiceClock } from "./service-clock.ts";
import type { Transport } from "./transport.ts";

type Thing = { name: string };
const isThing = (body: unknown): body is Thing => typeof body === "object" && body !== null && "name" in body;

let app: Hono;
let server: ServerType;
let url: string;

beforeEach(async () => {
  app = new Hono();
  url = await new Promise((resolve) => {
    server = serve({ fetch: (request) => app.fetch(request), hostname: "127.0.0.1", port: 0 }, ({ port }) => resolve(`http://127.0.0.1:${port}`));
  });
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

function create() {
  const clock = createServiceClock({ monotonic: () => 0, wall: () => 0 });
  const transport: Transport = (path, init) => fetch(url + path, init);
  return { api: createApi(transport, clock), clock };
}

/** How asking fails. */
async function failureOf(answer: Promise<unknown>): Promise<unknown> {
  return answer.then(
    () => expect.fail("It did not fail."),
    (error: unknown) => error,
  );
}

function problemOf(error: unknown) {
  if (!(error instanceof ApiError)) throw error;
  return error.problem;
}

test("an unchanged answer is the same object, learnt from a 304 that this page asked for itself", async () => {
  const tags: (string | undefined)[] = [];
  app.get("/thing", (c) => {
    tags.push(c.req.header("if-none-match"));
    c.header(clockHeaders.now, String(1_000 * tags.length));
    c.header("etag", '"one"');
    return tags.length > 1 ? c.body(null, 304) : c.json({ name: "first" });
  });
  const { api, clock } = create();
  const first = await api.ask("/thing", isThing);
  const second = await api.ask("/thing", isThing);
  expect(tags).toEqual([undefined, '"one"']);
  expect(first).toMatchObject({ changed: true, data: { name: "first" } });
  expect(second.changed).toBe(false);
  expect(second.data).toBe(first.data);
  expect(clock.now()).toBe(2_000);
});

test("only so many answers are remembered, the latest ones", async () => {
  const tags = new Map<string, string | undefined>();
  app.get("/thing/:n", (c) => {
    tags.set(c.req.param("n"), c.req.header("if-none-match"));
    c.header("etag", '"x"');
    return c.req.header("if-none-match") === undefined ? c.json({ name: "x" }) : c.body(null, 304);
  });
  const { api } = create();
  for (let n = 0; n <= 64; n++) await api.ask(`/thing/${n}`, isThing);
  await api.ask("/thing/64", isThing);
  await api.ask("/thing/0", isThing);
  expect([tags.get("64"), tags.get("0")]).toEqual(['"x"', undefined]);
});

test("a problem is handed on as it is, with the headers of its answer", async () => {
  const problem = { type: "about:blank", title: "Slow down", status: 429, detail: "Later.", code: "rate_limited", retryAt: 5 };
  app.get("/thing", () => Response.json(problem, { status: 429, headers: { "content-type": "application/problem+json", [clockHeaders.nextPoll]: "30000" } }));
  const error = await failureOf(create().api.ask("/thing", isThing));
  expect(problemOf(error)).toEqual(problem);
  expect(error).toMatchObject({ answered: true });
  expect(error instanceof ApiError && error.headers?.get(clockHeaders.nextPoll)).toBe("30000");
});

test.each([
  [502, "server_error"],
  [404, "no_such_route"],
  [413, "internal"],
])("a stranger's %i is told by its status, and its body is never shown", async (status, code) => {
  app.get("/thing", () => new Response("<h1>secret</h1>", { status, headers: { "content-type": "text/html" } }));
  const problem = problemOf(await failureOf(create().api.ask("/thing", isThing)));
  expect(problem).toMatchObject({ status, code });
  expect(JSON.stringify(problem)).not.toContain("secret");
});

test.each([
  ["another object", () => Response.json({ colour: "red" })],
  ["an HTML page", () => new Response("<!doctype html>")],
])("a 200 with %s is not taken for an answer", async (_, answer) => {
  app.get("/thing", answer);
  expect(problemOf(await failureOf(create().api.ask("/thing", isThing)))).toMatchObject({ code: "internal", status: 0 });
});

test("a service that is gone is unreachable, and so is one that breaks off", async () => {
  app.get("/thing", () => new Response(new ReadableStream({ pull: (controller) => controller.error(new Error("cut")) })));
  vi.spyOn(console, "error").mockImplementation(() => {});
  const { api } = create();
  const brokenOff = await failureOf(api.ask("/thing", isThing));
  expect(problemOf(brokenOff).code).toBe("unreachable");
  await new Promise((resolve) => server.close(resolve));
  const gone = await failureOf(api.ask("/thing", isThing));
  expect(problemOf(gone)).toMatchObject({ code: "unreachable", status: 0 });
  expect(gone).toMatchObject({ answered: false });
});

test("the deadline covers the body", async () => {
  app.get("/thing", () => new Response(new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode("{")) })));
  const error = await failureOf(create().api.ask("/thing", isThing, { deadlineMilliseconds: 100 }));
  expect(problemOf(error)).toMatchObject({ code: "timeout", status: 0 });
});

test("a question that is withdrawn is aborted, not failed", async () => {
  app.get("/thing", () => new Promise<Response>(() => {}));
  const controller = new AbortController();
  const asked = failureOf(create().api.ask("/thing", isThing, { signal: controller.signal }));
  controller.abort();
  expect(await asked).toMatchObject({ name: "AbortError" });
});

test("a body goes by POST, without a validator; a wish for fresh data goes as a header", async () => {
  const seen: unknown[] = [];
  app.post("/things", async (c) => {
    seen.push(await c.req.json(), c.req.header("if-none-match"), c.req.header(refreshHeader));
    return c.json({ name: "x" }, 200, { etag: '"x"' });
  });
  const { api } = create();
  await api.ask("/things", isThing, { body: { q: "4155550134" } });
  await api.ask("/things", isThing, { body: { q: "4155550134" }, refresh: true });
  expect(seen).toEqual([{ q: "4155550134" }, undefined, undefined, { q: "4155550134" }, undefined, "now"]);
});

test("bytes are handed over as they came", async () => {
  app.get("/file", () => new Response("id,to\r\n1,2\r\n", { headers: { "content-type": "text/csv" } }));
  const file = await create().api.download("/file");
  expect([file.type, await file.text()]).toEqual(["text/csv", "id,to\r\n1,2\r\n"]);
});
