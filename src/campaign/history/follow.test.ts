import { expect, test } from "vitest";
import type { CampaignEvent } from "./event.ts";
import { follow, type Followed, followedFrom, type Seen, unseen } from "./follow.ts";
import type { Observation } from "./observation.ts";

const minute = 60_000;
const active = { kind: "active", word: "active" } as const;
const processing = (read: number): Observation["files"] => [{ id: "f1", kind: "processing", read, total: 100 }];

const readAt = (at: number, fields: Partial<Observation> = {}, stalledSince?: number): Seen => ({ kind: "read", observation: { at: at * minute, status: active, calls: 100, ...fields }, stalledSince });
const unreadAt = (at: number, code = "timeout"): Seen => ({ kind: "unread", at: at * minute, code });

/** All that is told over these reads, and what is remembered after them. */
function play(seen: readonly Seen[], followed: Followed = unseen): { followed: Followed; events: CampaignEvent[]; kept: number } {
  const events: CampaignEvent[] = [];
  let kept = 0;
  for (const each of seen) {
    const step = follow(followed, each);
    followed = step.followed;
    events.push(...step.events);
    if (step.isNew) kept += 1;
  }
  return { followed, events, kept };
}

test("a first read tells nothing, and one like it is not kept again", () => {
  expect(play([readAt(0), readAt(1), readAt(2, { calls: 101 })])).toMatchObject({ events: [], kept: 2 });
});

test("one that was kept comes back with its fields in another order, and is still the same", () => {
  const { followed } = play([{ kind: "read", observation: { calls: 100, status: active, at: 0, done: 4 }, stalledSince: undefined }]);
  expect(play([readAt(1, { done: 4 })], followed).kept).toBe(0);
});

test("a change says when it was seen and when the campaign was read before", () => {
  const paused = { kind: "paused", word: "paused" } as const;
  expect(play([readAt(0), readAt(90, { status: paused })]).events).toEqual([{ kind: "status_changed", from: active, to: paused, at: 90 * minute, after: 0 }]);
});

test("a file is stuck after ten minutes without a record, once, and again after it moved", () => {
  const { events } = play([0, 5, 10, 11, 12].map((at) => readAt(at, { files: processing(7) })));
  expect(events).toEqual([{ kind: "file_stuck", file: "f1", since: 0, at: 10 * minute, after: 5 * minute }]);
  const again = play([readAt(0, { files: processing(7) }), readAt(10, { files: processing(7) }), readAt(11, { files: processing(8) }), readAt(21, { files: processing(8) })]);
  expect(again.events.map(({ kind, at }) => [kind, at / minute])).toEqual([["file_stuck", 10], ["file_stuck", 21]]);
});

test("a platform that fails for a minute is told, and that it is back; a single failure is not", () => {
  expect(play([readAt(0), unreadAt(1), readAt(2)]).events).toEqual([]);
  const { events } = play([readAt(0), unreadAt(1), unreadAt(2), unreadAt(3), readAt(4)]);
  expect(events).toEqual([
    { kind: "unreachable", code: "timeout", at: 2 * minute, after: 0 },
    { kind: "reachable_again", since: minute, at: 4 * minute, after: 0 },
  ]);
});

test("a stall is told once, and its end where something moved", () => {
  const { events } = play([readAt(0), readAt(20, {}, 0), readAt(21, {}, 0), readAt(22, { calls: 101 })]);
  expect(events.map(({ kind }) => kind)).toEqual(["stalled", "moves_again"]);
  expect(play([readAt(0), readAt(20, {}, 0), readAt(21)]).events.map(({ kind }) => kind)).toEqual(["stalled"]);
});

test("what was kept is enough to go on after a restart without telling anything twice", () => {
  const before = play([readAt(0, { files: processing(7) }), readAt(10, { files: processing(7) }, 0), unreadAt(11), unreadAt(12)]);
  expect(before.events.map(({ kind }) => kind)).toEqual(["file_stuck", "stalled", "unreachable"]);
  const last = before.followed.before;
  const restored = last && followedFrom(last, 10 * minute, before.events, []);
  expect(play([unreadAt(30), unreadAt(32), readAt(33, { files: processing(7) }, 0)], restored).events).toEqual([{ kind: "reachable_again", since: 10 * minute, at: 33 * minute, after: 10 * minute }]);
});
