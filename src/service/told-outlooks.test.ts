import { expect, test } from "vitest";
import type { Outlook } from "#campaign/eta/outlook.ts";
import { providers } from "#providers/registry.ts";
import { createSimulator } from "#simulator/simulator.ts";
import { Engine } from "./engine/engine.ts";
import { teller } from "./engine/teller.ts";
import { SteppedClock } from "./testing/stepped-clock.ts";

const minute = 60_000;
const start = Date.parse("2026-10-13T15:00:00Z");
const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

/** The outlooks an engine tells of a campaign of a simulated platform, while it is read for some minutes. */
async function outlooksOf(providerId: string, id: string, minutes: number): Promise<Outlook[]> {
  const clock = new SteppedClock(start);
  const simulator = createSimulator({ seed: 7, now: clock.now });
  const account = simulator.connections.find((connection) => connection.providerId === providerId);
  const provider = providers.get(providerId);
  if (account === undefined || provider === undefined) throw new Error(`no ${providerId}`);
  const outlooks: Outlook[] = [];
  const connection = {
    ...account,
    name: "acme",
    provider,
    demo: true,
    consoleUrl: undefined,
    stated: { timeZone: undefined, callingHours: undefined },
    maxBodyBytes: 2 ** 28,
    deadlineMilliseconds: 5_000,
    fetch: (url: string, init: RequestInit) => Promise.resolve(simulator.fetch(new Request(url, init))),
  };
  const engine = new Engine({
    connections: [connection],
    clock,
    random: () => 0.5,
    recording: { teller, sees: ({ seen }) => seen.kind === "read" && seen.outlook !== undefined && outlooks.push(seen.outlook) },
  });
  const ending = new AbortController();
  void engine.watch("acme", [id], ending.signal);
  await clock.pass(minutes * minute, async () => {
    for (let turn = 0; turn < 8; turn += 1) await new Promise(setImmediate);
  });
  ending.abort();
  return outlooks;
}

test("an outlook is told once a minute at most, and crosses threads as it is", async () => {
  const outlooks = await outlooksOf("talkover", "renewal-reminders", 4);
  expect(outlooks.length).toBeGreaterThanOrEqual(3);
  outlooks.slice(1).forEach(({ readAt }, index) => expect(readAt - (outlooks[index]?.readAt ?? 0)).toBeGreaterThanOrEqual(minute));
  expect(structuredClone(outlooks)).toEqual(outlooks);
  expect(outlooks.at(-1)).toMatchObject({ status: "active", retries: { most: 3, rests: [{ hours: 1 }] }, hours: { windows: expect.any(Array) } });
});

test("Kore.ai: each contact is never called, done, or owed a call whose time is not told", async () => {
  const outlooks = await outlooksOf("kore", "cd-product-feedback", 12);
  const { total, done, neverCalled, retries, hours } = outlooks.at(-1) ?? {};
  if (retries === undefined) throw new Error("its contacts were not all read");
  expect(neverCalled).toBeGreaterThan(0);
  expect(sum(retries.owed.flat())).toBeGreaterThan(0);
  expect((neverCalled ?? 0) + sum(retries.owed.flat()) + sum(retries.onTheLine) + sum(retries.queued) + (done ?? 0)).toBe(total);
  expect(retries.newest).toBeUndefined();
  expect(hours?.windows).toHaveLength(7);
});

test("where the platform does not tell who is called again, an outlook says what is pending", async () => {
  const outlooks = await outlooksOf("dialnexa", "cmp_reengage", 2);
  expect(outlooks.at(-1)).toMatchObject({ retries: undefined, pending: expect.any(Number) });
});
