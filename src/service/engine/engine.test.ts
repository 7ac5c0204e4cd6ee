import { providers } from "#providers/registry.ts";
import { expect, test } from "vitest";
import type { Connection } from "../ports.ts";
import { sample } from "../testing/upstream.ts";
import { Engine } from "./engine.ts";
import { whole } from "../access/projection.ts";

const headers = { "content-type": "application/json" };

/** A connection whose platform answers so. */
function acme(answer: (url: string) => Response): Connection {
  const provider = providers.get("talkover");
  if (provider === undefined) throw new Error("No Talkover");
  return {
    name: "acme",
    label: "Acme",
    provider,
    account: {},
    baseUrl: "http://platform.invalid",
    token: "talq_canary",
    demo: false,
    consoleUrl: undefined,
    stated: { timeZone: undefined, callingHours: undefined },
    maxBodyBytes: 2 ** 20,
    deadlineMilliseconds: 1_000,
    fetch: async (url) => answer(url),
  };
}

/* Answers cross from an engine's thread to the one that listens, which pays for every byte of them. */
test("an answer holds its bytes, their tag and a clock, and nothing of the snapshot behind them", async () => {
  const platform = acme(() => new Response(sample("talkover-campaign").toString("utf8"), { headers }));
  const engine = new Engine({ connections: [platform], clock: { now: () => Date.UTC(2026, 9, 1, 16) } });
  // Twice: what is worked out, and what is kept of it.
  for (let asked = 0; asked < 2; asked += 1) {
    const answer = await engine.campaign("acme", "campaign-uuid-1", whole, false);
    expect(Object.keys(answer).toSorted()).toEqual(["bytes", "clock", "etag", "ok"]);
    expect(Object.values(answer.clock).filter((value) => value !== undefined && typeof value !== "number")).toEqual([]);
  }
});

test("[threat: using up a connection] of ids that are not there few are remembered, and not for long", async () => {
  let now = Date.UTC(2026, 9, 1, 16);
  const sleep = async (milliseconds: number) => void (now += milliseconds);
  const platform = acme((url) => (url.endsWith("/real") ? new Response(sample("talkover-campaign").toString("utf8"), { headers }) : new Response("{}", { status: 404, headers })));
  const engine = new Engine({ connections: [{ ...platform, requestsPerMinute: 100_000 }], clock: { now: () => now, sleep } });
  await engine.campaign("acme", "real", whole, false);
  for (let index = 0; index < 1_000; index += 1) {
    expect(await engine.campaign("acme", `unknown-${index}`, whole, false)).toMatchObject({ problem: { code: "not_found" } });
    expect(engine.size).toBeLessThanOrEqual(202);
  }
  now += 6 * 60_000;
  await engine.campaign("acme", "one-more", whole, false);
  expect(engine.size).toBe(2);
});

test("[threat: using up a connection] of what is put off nothing is remembered", async () => {
  const platform = acme(() => new Response("{}", { status: 404, headers }));
  // Nobody's turn comes.
  const sleep = () => new Promise<void>(() => {});
  const engine = new Engine({ connections: [{ ...platform, requestsPerMinute: 1 }], clock: { now: () => Date.UTC(2026, 9, 1, 16), sleep } });
  const asked = Array.from({ length: 1_000 }, async (_, index) => engine.campaign("acme", `unknown-${index}`, whole, false));
  const answers = await Promise.all(asked.slice(6));
  expect(answers).toEqual(answers.map(() => expect.objectContaining({ ok: false, problem: expect.objectContaining({ code: "too_many_requests" }) as unknown }) as unknown));
  expect(engine.size).toBe(6);
});

test("a platform that limits its list is told as limited, though no campaign of it was asked for", async () => {
  const platform = acme(() => new Response("{}", { status: 429, headers: { ...headers, "retry-after": "60" } }));
  const engine = new Engine({ connections: [platform], clock: { now: () => Date.UTC(2026, 9, 1, 16) } });
  expect(engine.vitals()).toMatchObject([{ connection: "acme", state: "idle", campaigns: 0 }]);
  await engine.campaigns("acme", { page: 1, search: undefined });
  expect(engine.vitals()).toMatchObject([{ connection: "acme", state: "rate_limited", campaigns: 0 }]);
});
