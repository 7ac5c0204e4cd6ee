import { expect, test } from "vitest";
import { seededRandom } from "#campaign/eta/draws.ts";
import { estimateFinish } from "#campaign/eta/estimate-finish.ts";
import type { Outlook } from "#campaign/eta/outlook.ts";
import type { Sample } from "#campaign/pace.ts";
import { Engine } from "./engine/engine.ts";
import { teller } from "./engine/teller.ts";
import { simulatedAccount } from "./testing/simulated-account.ts";
import { SteppedClock } from "./testing/stepped-clock.ts";

const minute = 60_000;
const start = Date.parse("2026-10-13T15:00:00Z");
const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

type Told = { outlooks: Outlook[]; attempts: Sample[]; done: Sample[] };

/** What an engine tells of a campaign of a simulated platform, while it is read for some minutes. */
async function toldOf(providerId: string, id: string, minutes: number): Promise<Told> {
  const clock = new SteppedClock(start);
  const told: Told = { outlooks: [], attempts: [], done: [] };
  const engine = new Engine({
    connections: [simulatedAccount(providerId, clock.now)],
    clock,
    random: () => 0.5,
    recording: {
      teller,
      sees: ({ seen }) => {
        if (seen.kind === "unread") return;
        const { at, attempts, done } = seen.observation;
        if (seen.outlook !== undefined) told.outlooks.push(seen.outlook);
        if (attempts !== undefined) told.attempts.push({ at, count: attempts });
        if (done !== undefined) told.done.push({ at, count: done });
      },
    },
  });
  const ending = new AbortController();
  void engine.watch("acme", [id], ending.signal);
  await clock.pass(minutes * minute, async () => {
    for (let turn = 0; turn < 8; turn += 1) await new Promise(setImmediate);
  });
  ending.abort();
  return told;
}

/** The end as it is estimated when nothing was read after the last outlook. */
function estimated({ outlooks, attempts, done }: Told) {
  const outlook = outlooks.at(-1);
  return outlook && estimateFinish({ outlook, attempts, done, files: [], now: outlook.readAt, random: seededRandom(1) });
}

test("an outlook is told once a minute at most, crosses threads as it is, and an end follows from what is told", async () => {
  const told = await toldOf("talkover", "renewal-reminders", 14);
  const { outlooks } = told;
  expect(outlooks.length).toBeGreaterThanOrEqual(3);
  outlooks.slice(1).forEach(({ readAt }, index) => expect(readAt - (outlooks[index]?.readAt ?? 0)).toBeGreaterThanOrEqual(minute));
  expect(structuredClone(outlooks)).toEqual(outlooks);
  expect(outlooks.at(-1)).toMatchObject({ status: "active", retries: { most: 3, rests: [{ hours: 1 }] }, hours: { windows: expect.any(Array) } });
  expect(estimated(told)).toMatchObject({ kind: "finish", filesLeftOut: 0 });
});

test("Kore.ai: each contact is never called, done, or owed a call whose time is not told", async () => {
  const told = await toldOf("kore", "cd-product-feedback", 20);
  const { total, done, neverCalled, retries, hours } = told.outlooks.at(-1) ?? {};
  if (retries === undefined) throw new Error("its contacts were not all read");
  expect(neverCalled).toBeGreaterThan(0);
  expect(sum(retries.owed.flat())).toBeGreaterThan(0);
  expect((neverCalled ?? 0) + sum(retries.owed.flat()) + sum(retries.onTheLine) + sum(retries.queued) + (done ?? 0)).toBe(total);
  expect(retries.newest).toBeUndefined();
  expect(hours?.windows).toHaveLength(7);
  expect(estimated(told)).toMatchObject({ kind: "finish" });
});

test("where the platform does not tell who is called again, an outlook says what is pending", async () => {
  const told = await toldOf("dialnexa", "cmp_reengage", 12);
  expect(told.outlooks.at(-1)).toMatchObject({ retries: undefined, pending: expect.any(Number) });
  expect(estimated(told)).toMatchObject({ kind: "dialling_time", unknown: "retries" });
});
