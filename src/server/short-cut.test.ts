import { rmSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { providers } from "#providers/registry.ts";
import type { EngineAnswer, EnginePort } from "#service/engine/port.ts";
import { CachedEngine } from "#service/front/cached-engine.ts";
import { createFront } from "#service/front/front.ts";
import type { Service } from "#service/ports.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { gzipOnce } from "./gzip-once.ts";
import { createHost } from "./host.ts";
import { listen, type Listening } from "./listen.ts";
import { type Answer, ask } from "./testing/ask.ts";
import { writeClient } from "./testing/client-directory.ts";
import { openAccess, quietOperations } from "./testing/quiet-operations.ts";

/* One service behind two hosts: `short` answers what is at hand itself, `long` sends all through the service. */
const now = 1_000_000;
const path = "/callboard/api/v1/connections/acme/campaigns/big";
const bytes = new TextEncoder().encode(JSON.stringify({ calls: "call ".repeat(1_000) }));
const answer: EngineAnswer = {
  ok: true,
  bytes,
  etag: '"b-1"',
  clock: { now, readAt: 990_000, callsReadAt: 980_000, nextPollMilliseconds: 4_000, intervalMilliseconds: 5_000 },
};
const inner = {
  campaigns: vi.fn<EnginePort["campaigns"]>(),
  campaign: vi.fn<EnginePort["campaign"]>(async () => answer),
  calls: vi.fn<EnginePort["calls"]>(async () => answer),
  attempts: vi.fn<EnginePort["attempts"]>(),
  csv: vi.fn<EnginePort["csv"]>(),
};
const asked = vi.fn<(request: Request) => void>();
const clientDirectory = writeClient();
let short: Listening;
let long: Listening;

beforeAll(async () => {
  const provider = providers.get("talkover");
  if (provider === undefined) throw new Error("No Talkover");
  const clock = { now: () => now };
  const engine = new CachedEngine(inner, clock);
  const packing = gzipOnce();
  const acme = { name: "acme", label: "Acme", provider, account: {}, demo: false, consoleUrl: undefined };
  const front = createFront({ host: { kind: "node", version: "test" }, connections: [acme], clock, packing }, engine);
  const service: Service = {
    fetch: async (request, viewer) => {
      asked(request);
      return front.fetch(request, { viewer });
    },
  };
  const options = { ...quietOperations("/callboard/"), service, clientDirectory, host: "127.0.0.1", basePath: "/callboard/", trustedProxies: [], publicOrigin: undefined, frameAncestors: new Map(), access: openAccess };
  const address = { host: "127.0.0.1", port: 0 };
  short = await listen(createHost({ ...options, atHand: { engine, packing } }), address);
  long = await listen(createHost(options), address);
  // From here on the answer is at hand, compressed too.
  await ask(long.origin, path, { "Accept-Encoding": "gzip" });
});
beforeEach(() => vi.clearAllMocks());
afterAll(async () => {
  await Promise.all([short.drain(100), long.drain(100)]);
  rmSync(clientDirectory, { recursive: true });
});

/** An answer without what the second it came in decides, and the id that each has of its own. */
async function answerOf(host: Listening, headers: Record<string, string>, at = path, method = "GET"): Promise<Answer> {
  const { headers: got, ...rest } = await ask(host.origin, at, headers, method);
  return { ...rest, headers: { ...got, date: undefined, "callboard-request-id": undefined } };
}

describe.each([
  ["nothing", {}, 200, undefined],
  ["identity", { "Accept-Encoding": "identity" }, 200, undefined],
  ["gzip", { "Accept-Encoding": "gzip, deflate, br, zstd" }, 200, "gzip"],
  ["br alone", { "Accept-Encoding": "br" }, 200, undefined],
  ["no gzip", { "Accept-Encoding": "gzip;q=0, *" }, 200, undefined],
  ["any", { "Accept-Encoding": "*" }, 200, "gzip"],
  ["none at all", { "Accept-Encoding": "*;q=0" }, 200, undefined],
  ["other tags", { "If-None-Match": '"b-2", W/"b-3"' }, 200, undefined],
  ["its tag", { "If-None-Match": '"b-1"' }, 304, undefined],
  ["its weak tag", { "If-None-Match": 'W/"b-1"', "Accept-Encoding": "gzip" }, 304, undefined],
  ["its tag among others", { "If-None-Match": '"b-0" , W/"b-1", "b-2"' }, 304, undefined],
  ["any tag", { "If-None-Match": "*" }, 304, undefined],
  ["our own page", { "Sec-Fetch-Site": "same-origin", Host: "localhost:4173" }, 200, undefined],
])("asked with %s", (_, headers, status, encoding) => {
  test("the short way writes what the long way writes", async () => {
    const ours = await answerOf(short, headers);
    expect(asked).not.toHaveBeenCalled();
    expect(ours).toEqual(await answerOf(long, headers));
    expect(asked).toHaveBeenCalledTimes(1);
    expect(ours.status).toBe(status);
    expect(ours.headers).toMatchObject({ etag: 'W/"b-1"', vary: "Accept-Encoding", "cache-control": "no-store", "x-content-type-options": "nosniff", "callboard-read-at": "990000" });
    expect(ours.headers["content-encoding"]).toBe(encoding);
    const body = encoding === "gzip" ? gunzipSync(ours.body) : ours.body;
    expect(new Uint8Array(body)).toEqual(status === 200 ? bytes : new Uint8Array());
  });

  test("HEAD has the headers of GET, and no body", async () => {
    const head = await answerOf(short, headers, path, "HEAD");
    expect(head.body).toHaveLength(0);
    expect({ status: head.status, headers: head.headers }).toEqual({ status, headers: (await answerOf(short, headers)).headers });
  });
});

test.each([
  ["by another site's page", { "Sec-Fetch-Site": "cross-site" }, path, 403],
  ["under another name", { Host: "evil.example" }, path, 403],
  ["outside of the base path", {}, "/api/v1/connections/acme/campaigns/big", 404],
])("a question %s is refused the long way", async (_, headers, at, status) => {
  const ours = await answerOf(short, headers, at);
  expect(ours.status).toBe(status);
  expect(ours).toEqual(await answerOf(long, headers, at));
});

test.each([
  ["of an unknown connection", {}, path.replace("acme", "constructor"), 404],
  ["for fresh data", { "Callboard-Refresh": "now" }, path, 200],
  ["with a query", {}, `${path}?x=1`, 200],
  ["with an escaped id", {}, path.replace("big", "bi%67"), 200],
  ["for the calls", {}, `${path}/calls`, 200],
])("a question %s takes the long way", async (_, headers, at, status) => {
  const ours = await answerOf(short, headers, at);
  expect(asked).toHaveBeenCalledTimes(1);
  expect(ours.status).toBe(status);
  expect(ours).toEqual(await answerOf(long, headers, at));
});

test("a campaign that is not at hand, or not yet compressed, takes the long way once", async () => {
  const other = path.replace("big", "other");
  inner.campaign.mockImplementation(async () => (answer.ok ? { ...answer, bytes: bytes.slice() } : answer));
  for (const headers of [{}, { "Accept-Encoding": "gzip" }]) {
    asked.mockClear();
    const first = await answerOf(short, headers, other);
    expect(asked).toHaveBeenCalledTimes(1);
    expect(await answerOf(short, headers, other)).toEqual(first);
    expect(asked).toHaveBeenCalledTimes(1);
  }
});
