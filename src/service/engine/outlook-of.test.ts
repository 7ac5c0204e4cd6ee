import { expect, test } from "vitest";
import { valueOf } from "#campaign/reported.ts";
import { kore } from "#providers/kore/provider.ts";
import { talkover } from "#providers/talkover/provider.ts";
import { planOf } from "../testing/backtest/plan.ts";
import { type Played, playToEnd } from "../testing/backtest/played.ts";
import { outlookOf } from "./outlook-of.ts";
import type { Snapshot } from "./snapshot.ts";

const hour = 3_600_000;
const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

function outlookAt(played: Played, now: number) {
  const snapshot = played.snapshotAt(now);
  const { startDate, callingHours } = snapshot.campaign;
  const outlook = outlookOf(snapshot, talkover.campaign("backtest", {}), { hours: valueOf(callingHours), dates: { startDate: valueOf(startDate), endDate: undefined } }, now);
  if (outlook.retries === undefined) throw new Error("retries were not told");
  return { ...outlook, retries: outlook.retries, snapshot };
}

/** A played campaign of a shape that keeps its rows in a way. */
function playedAs(rowStyle: "row_per_attempt" | "row_in_place"): Played {
  const plan = { ...planOf(3, 5), rowStyle, maxRetries: 3, cooldownHours: 2 };
  return playToEnd(plan);
}

test.each(["row_per_attempt", "row_in_place"] as const)("every contact is in one place, whichever way rows are kept: %s", (rowStyle) => {
  const played = playedAs(rowStyle);
  for (const hoursIn of [1, 4, 26]) {
    const now = played.begin + hoursIn * hour;
    const { neverCalled, retries, done, total } = outlookAt(played, now);
    expect(total).toBe(played.contacts);
    expect(done).toBe(played.doneAt.filter((at) => at <= now).length);
    expect(neverCalled + sum(retries.owed.flat()) + sum(retries.onTheLine) + sum(retries.queued) + (done ?? 0)).toBe(total);
    expect(sum(retries.results.map((result) => result.done))).toBe(done);
    expect(retries.most).toBe(3);
    expect(retries.rests).toEqual([{ hours: 2, share: expect.closeTo(1) }]);
    expect(structuredClone(retries)).toEqual(retries);
  }
});

test("who is owed a retry is due after the rest, counted from the last call", () => {
  const played = playedAs("row_per_attempt");
  const { retries, snapshot } = outlookAt(played, played.begin + 4 * hour);
  const { owed, binMinutes } = retries;
  expect(binMinutes).toBe(15);
  // Rests are two hours: nobody waits longer.
  expect(sum(owed.flatMap((bins) => bins.slice(9)))).toBe(0);
  expect(sum(owed.flatMap((bins) => bins.slice(1, 9)))).toBeGreaterThan(10);
  const toRetry = snapshot.table?.tally.contacts.to_retry;
  expect(sum(owed.flat())).toBe(sum(Object.values(toRetry ?? {})) - (toRetry?.queued ?? 0));
  expect(retries.newest?.first).toBeGreaterThan(0);
});

test("with one row a contact, the newest calls are not told apart, and rests end within the time they must", () => {
  const { retries } = outlookAt(playedAs("row_in_place"), playedAs("row_in_place").begin + 6 * hour);
  expect(retries.newest).toBeUndefined();
  expect(sum(retries.owed.flatMap((bins) => bins.slice(9)))).toBe(0);
});

test("files still being read, and what is not told", () => {
  const played = playToEnd(planOf(3, 7));
  const { files, rejectedShare } = outlookAt(played, played.begin + hour);
  expect(played.plan.shape).toBe("files read slowly");
  expect(files).toEqual([{ id: "backtest-file-2", unread: expect.any(Number) }]);
  expect(rejectedShare).toBeGreaterThanOrEqual(0);
  const { snapshot } = outlookAt(played, played.begin + hour);
  const unsure: Snapshot = { ...snapshot, progress: { ...snapshot.progress, source: "statistics" } };
  const calendar = { hours: undefined, dates: { startDate: undefined, endDate: undefined } };
  const waiting = snapshot.progress.segments.filter(({ state }) => state === "waiting").map(({ count }) => count);
  expect(outlookOf(unsure, talkover.campaign("backtest", {}), calendar, played.begin + hour)).toMatchObject({ retries: undefined, hours: undefined, pending: sum(waiting) });
  const listing = { listed: 10, total: 20, complete: false };
  expect(outlookOf({ ...snapshot, listing }, kore.campaign("backtest", {}), calendar, played.begin + hour)).toMatchObject({ retries: undefined, pending: undefined });
});
