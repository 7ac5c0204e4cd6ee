import fc from "fast-check";
import { expect, test } from "vitest";
import { notBegun, rotate, type Rotation, type Turn } from "./rotation.ts";

const every = 30_000;
const turn = (key: string, more: Partial<Turn> = {}): Turn => ({ key, ready: true, needed: false, ...more });

/** Who is shown in each of `count` turns; `at` changes what is known before a turn. */
function played(count: number, turnsAt: (round: number) => Turn[]): (string | undefined)[] {
  let rotation: Rotation = notBegun;
  return Array.from({ length: count }, (_, round) => {
    rotation = rotate(rotation, turnsAt(round), round * every, every);
    return rotation.shown;
  });
}

test("campaigns come in turn, each for its time", () => {
  expect(played(6, () => ["a", "b", "c"].map((key) => turn(key)))).toEqual(["a", "b", "c", "a", "b", "c"]);
  const begun = rotate(notBegun, [turn("a"), turn("b")], 0, every);
  expect(rotate(begun, [turn("a"), turn("b")], every - 1, every)).toBe(begun);
});

test("who newly needs a person comes next, once, and then in turn", () => {
  const keys = ["a", "b", "c", "d"];
  expect(played(8, (round) => keys.map((key) => turn(key, { needed: key === "d" && round >= 1 })))).toEqual(["a", "d", "b", "c", "a", "d", "b", "c"]);
});

test("many that need a person leave every other turn to the rest", () => {
  const keys = ["a", "b", "c", "d", "e"];
  const shown = played(5, (round) => keys.map((key) => turn(key, { needed: round >= 1 && key !== "a" && key !== "b" })));
  expect(shown).toEqual(["a", "c", "b", "d", "e"]);
});

test("what is not loaded is passed over, and shown once it is", () => {
  expect(played(5, (round) => [turn("a"), turn("b", { ready: round >= 3 }), turn("c")])).toEqual(["a", "c", "a", "b", "c"]);
});

test("while nothing is loaded the first is shown, and whichever is loaded first takes its place at once", () => {
  const before = rotate(notBegun, [turn("a", { ready: false }), turn("b", { ready: false })], 0, every);
  expect(before.shown).toBe("a");
  expect(rotate(before, [turn("a", { ready: false }), turn("b")], 1_000, every).shown).toBe("b");
});

test("one campaign alone stays", () => {
  expect(played(3, () => [turn("a", { needed: true })])).toEqual(["a", "a", "a"]);
});

test("however needs come and go, nobody waits for more than two rounds", () => {
  const keys = ["a", "b", "c", "d"];
  const needs = fc.array(fc.tuple(...keys.map(() => fc.boolean())), { minLength: 40, maxLength: 40 });
  fc.assert(
    fc.property(needs, (rounds) => {
      const shown = played(rounds.length, (round) => keys.map((key, index) => turn(key, { needed: rounds[round]?.[index] === true })));
      for (let from = 0; from + 2 * keys.length <= shown.length; from++) {
        expect(new Set(shown.slice(from, from + 2 * keys.length)).size).toBe(keys.length);
      }
    }),
  );
});
