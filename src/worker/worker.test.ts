import { expect, test, vi } from "vitest";
import type { Service } from "#service/ports.ts";
import { createDoor, type StartWorker, WorkerStoppedError } from "./create-door.ts";
import { createHost } from "./host.ts";
import type { FromWorker, OwnConnection, ToWorker } from "./protocol.ts";

const own: OwnConnection = { name: "own", label: "Mine", providerId: "talkover", account: {}, baseUrl: "https://x.example", token: "t" };

/** A door and, across a real message channel, the host it leads to. */
function house(fetch: (request: Request, own: OwnConnection | undefined) => Promise<Response> | Response) {
  const stops: (() => void)[] = [];
  let time = 0;
  const serve = vi.fn<(connection: OwnConnection | undefined) => Service>((connection) => {
    if (connection?.providerId === "nobody") throw new Error("No such platform.");
    return { fetch: async (request) => fetch(request, connection) };
  });
  const start = vi.fn<StartWorker>((receive, stopped) => {
    const { port1, port2 } = new MessageChannel();
    const host = createHost({ serve, post: (message, transfer) => port2.postMessage(message, transfer), origin: "https://page.example" });
    port2.addEventListener("message", ({ data }: MessageEvent<ToWorker>) => host.receive(data));
    port1.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => receive(data));
    port1.start();
    port2.start();
    stops.push(stopped);
    return { send: (message) => port1.postMessage(message), end: () => port1.close() };
  });
  const door = createDoor(start, () => time);
  const crash = (): void => stops.at(-1)?.();
  const pass = (milliseconds: number): void => {
    time += milliseconds;
  };
  return { door, start, serve, crash, pass };
}

test("a question and its answer cross whole", async () => {
  const { door } = house(async (request) => {
    const { pathname } = new URL(request.url);
    const said = [request.method, pathname, request.headers.get("if-none-match"), await request.text()].join(" ");
    return new Response(said, { status: 201, headers: { etag: '"y"' } });
  });
  const response = await door.fetch("/api/v1/x", { method: "POST", headers: { "if-none-match": '"x"' }, body: "hello" });
  expect([response.status, response.headers.get("etag"), await response.text()]).toEqual([201, '"y"', 'POST /api/v1/x "x" hello']);
  const last = door.fetch("/api/v1/x", {});
  expect(await (await last).text()).toBe("GET /api/v1/x  ");
});

test("an answer without a body is one", async () => {
  const { door } = house(() => new Response(null, { status: 304 }));
  expect(await door.fetch("/x", {})).toMatchObject({ status: 304, body: null });
});

test("bytes the service keeps for the next reader stay its own", async () => {
  const kept = new TextEncoder().encode("kept");
  const { door } = house(() => new Response(new ReadableStream({ start: (c) => (c.enqueue(kept), c.close()) })));
  for (let n = 0; n < 2; n++) expect(await (await door.fetch("/x", {})).text()).toBe("kept");
});

test("withdrawing a question aborts it on the other side", async () => {
  const aborted = vi.fn<() => void>();
  const { door } = house((request) => {
    request.signal.addEventListener("abort", aborted);
    return new Promise(() => {});
  });
  const controller = new AbortController();
  const asked = door.fetch("/x", { signal: controller.signal });
  setTimeout(() => controller.abort(), 20);
  await expect(asked).rejects.toMatchObject({ name: "AbortError" });
  await vi.waitFor(() => expect(aborted).toHaveBeenCalledTimes(1));
});

test("a service that throws, and a body that breaks off, fail the question and not the worker", async () => {
  const { door, start } = house((request) => {
    if (request.url.endsWith("/throws")) throw new Error("no");
    return new Response(new ReadableStream({ pull: (controller) => controller.error(new Error("cut")) }));
  });
  await expect(door.fetch("/throws", {})).rejects.toThrow(TypeError);
  const response = await door.fetch("/breaks", {});
  await expect(response.text()).rejects.toThrow(TypeError);
  expect(start).toHaveBeenCalledTimes(1);
});

test("a connection typed in is served from then on, and a refused one changes nothing", async () => {
  const { door } = house((_, connection) => new Response(connection?.label ?? "demo"));
  const label = async () => (await door.fetch("/x", {})).text();
  expect(await label()).toBe("demo");
  await door.connect(own);
  expect(await label()).toBe("Mine");
  await expect(door.connect({ ...own, providerId: "nobody" })).rejects.toThrow("No such platform.");
  expect(await label()).toBe("Mine");
  await door.connect(undefined);
  expect(await label()).toBe("demo");
});

test("a worker that stops fails what was asked, and starts again with the connection it had", async () => {
  const { door, start, crash } = house((request, connection) =>
    request.url.endsWith("/never") ? new Promise(() => {}) : new Response(connection?.label ?? "demo"),
  );
  await door.connect(own);
  const asked = door.fetch("/never", {});
  crash();
  await expect(asked).rejects.toThrow(WorkerStoppedError);
  expect(await (await door.fetch("/x", {})).text()).toBe("Mine");
  expect(start).toHaveBeenCalledTimes(2);
});

test("a worker that stops twice within a minute is not started a third time until the minute is over", async () => {
  const { door, start, crash, pass } = house(() => new Response("demo"));
  for (let n = 0; n < 2; n++) {
    await door.fetch("/x", {});
    crash();
  }
  await expect(door.fetch("/x", {})).rejects.toThrow("Reload the page");
  expect(start).toHaveBeenCalledTimes(2);
  pass(60_000);
  expect((await door.fetch("/x", {})).status).toBe(200);
});
