import { expect, test } from "vitest";
import { faultsOfPoll, randomOf } from "./soak/faults.mjs";
import { growth, table, usability, wordTouches } from "./soak/figures.mjs";
import { surfaces } from "./soak/surfaces.mjs";

/** Fifty samples of a page whose heap and DOM are at `end` times their first size at last. */
const samples = (end: { heap?: number; nodes?: number }, count = 50) =>
  Array.from({ length: count }, (_, index) => {
    const share = index / (count - 1);
    const grown = (first: number, to = 1): number => Math.round(first * (1 + (to - 1) * share) + (index % 2));
    return { polls: 1_000 * index, heapBytes: grown(10_000_000, end.heap), nodes: grown(2_000, end.nodes), listeners: 1_500 };
  });

test.each([
  ["flat", samples({}), []],
  ["a heap that grew by 4 %", samples({ heap: 1.04 }), []],
  ["a heap that shrank", samples({ heap: 0.8 }), []],
  ["a heap that grew by 6 %", samples({ heap: 1.06 }), ["page: the heap after a collection grew by 5."]],
  ["a DOM that grew", samples({ nodes: 1.1 }), ["page: 2"]],
  ["too little seen", samples({}, 9), ["page: 9 samples are too few"]],
])("[fault: 50,000 polls] %s", (_, taken, said) => {
  expect(growth("page", taken)).toEqual(said.map((beginning) => expect.stringContaining(beginning)));
});

test("a small surface may say one thing more, and no two", () => {
  const wall = (more: number) => samples({}).map((sample, index) => ({ ...sample, nodes: 290 + (index < 25 ? 0 : more) }));
  expect([growth("wall", wall(40)), growth("wall", wall(41))]).toEqual([[], ["wall: 331 DOM nodes at the end, at most 290 at first."]]);
});

test("a sample that lies far out does not decide", () => {
  const taken = samples({});
  const [last] = taken.slice(-1);
  expect(growth("page", [...taken.slice(0, -1), { ...last, polls: 1, heapBytes: 20_000_000 }])).toEqual([]);
});

test("the table holds every figure, first, last and growth", () => {
  expect(table("page", samples({ heap: 1.5 })).split("\n").slice(1).map((line) => line.trim().split(/\s+/)[0])).toEqual(["heapBytes", "nodes", "listeners"]);
});

test("the same seed plants the same faults, of every kind, and mostly none", () => {
  const planted = (seed: number) => {
    const random = randomOf(seed);
    return Array.from({ length: 50_000 }, () => faultsOfPoll(random));
  };
  const polls = planted(7);
  expect(polls).toEqual(planted(7));
  const kinds = new Set(polls.flat().map((fault) => JSON.stringify({ ...fault, times: 0 })));
  expect(kinds.size).toBe(22);
  expect(polls.filter((faults) => faults.length === 0).length).toBeGreaterThan(45_000);
});

test("page, embed and wall are soaked, by the same polls; readers use all of them but the wall", () => {
  expect(surfaces.map(({ name, path, touches }) => [name, path.split("/")[0], touches.length > 0])).toEqual([["page", "c", true], ["embed", "embed", true], ["wall", "wall", false]]);
  for (const { path, poll, touches, edits } of surfaces) {
    expect(`/api/v1/connections/${path.split("/").slice(1).join("/campaigns/")}`).toMatch(poll);
    expect(edits === undefined || touches.includes(edits)).toBe(true);
  }
});

test("a surface that was in use must have been usable; one that nobody touches is not said to be unusable", () => {
  const used = { name: "page", touches: [() => {}] };
  const wall = { name: "wall", touches: [] };
  const seen = (touches: number, untouchable: number) => ({ touches, untouchable });
  expect([usability(used, seen(9, 2)), usability(used, seen(0, 0)), usability(used, seen(2, 2))]).toEqual([[], ["page: could hardly be used meanwhile."], ["page: could hardly be used meanwhile."]]);
  expect([usability(wall, seen(0, 0)), usability(wall, seen(1, 0))]).toEqual([[], ["wall: was touched, which nobody does."]]);
  expect([wordTouches(used, seen(9, 2)), wordTouches(wall, seen(0, 0))]).toEqual(["touched 9 times; 2 times a fault was in the way", "never touched, as is meant"]);
});
