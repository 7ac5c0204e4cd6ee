import fc from "fast-check";
import { addAt, changeAt, type Place, placesIn } from "./places.ts";

/** Arrays in arrays, deeper than a careless recursion stands. */
function deep(levels: number): unknown {
  let value: unknown = "bottom";
  for (let level = 0; level < levels; level++) value = [value];
  return value;
}

/** Own keys of these names, as JSON.parse makes them. */
const trapped: unknown = JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": null}, "toString": 1}');

/** Values that stand where others are expected: other kinds, edges of numbers and times, half surrogate pairs. */
const odd = fc.constantFrom<unknown>(
  null, "", " ", "0", "-1", "1e999", "NaN", true, false, [], {}, [null], [{}], trapped,
  0, -0, -1, 0.5, 7, 1000, 1001, 2 ** 31, 2 ** 53, -(2 ** 53), Number.MAX_SAFE_INTEGER, Number.MAX_VALUE, Infinity,
  "\uD83D", "\uDE00x", "‮", "__proto__", "constructor", "9".repeat(400), deep(500),
  "2024-01-01T00:00:00Z", "2024-02-31T00:00:00Z", "+275760-09-13T00:00:00Z", "24:00", "99:99", "9:00 AM",
  "javascript:alert(1)", "data:text/html,x", "https://", "http://[::1", "//host/x", "https://user:word@host/x",
  "completed", "no-answer", "failed", "busy", "+12025550100", "125xxxx0200",
);

const part = fc.oneof({ arbitrary: odd, weight: 3 }, { arbitrary: fc.jsonValue({ maxDepth: 3 }), weight: 1 });
const key = fc.oneof(fc.constantFrom("__proto__", "constructor", "toString", "length", "then", "", "0"), fc.string({ unit: "binary" }));

type Mutation = (body: unknown) => unknown;

function mutationAt(place: Place): fc.Arbitrary<Mutation> {
  return fc.oneof(
    { weight: 6, arbitrary: part.map((value): Mutation => (body) => changeAt(body, place, () => value)) },
    { weight: 2, arbitrary: fc.constant<Mutation>((body) => changeAt(body, place, () => undefined)) },
    { weight: 2, arbitrary: fc.tuple(key, part).map(([name, value]): Mutation => (body) => addAt(body, place, name, value)) },
    {
      weight: 2,
      // Rows that repeat: the same ids many times over.
      arbitrary: fc.integer({ min: 2, max: 40 }).map((times): Mutation => (body) =>
        changeAt(body, place, (rows: unknown) => (Array.isArray(rows) ? Array.from({ length: times }, () => [...rows]).flat() : rows))),
    },
  );
}

const edge = fc.constantFrom(0, 0.1, 0.7, 1, 1e9, 2 ** 52 + 1, Number.MAX_SAFE_INTEGER, 1e300, Number.MAX_VALUE);

/** Numbers at the edges of what can be counted, in many places at once: what they add up to is worse than each. */
const edges: fc.Arbitrary<Mutation> = fc.array(fc.option(edge, { freq: 4 }), { minLength: 1, maxLength: 24 }).map((values): Mutation => (body) => {
  let next = 0;
  const swap = (value: unknown): unknown => {
    if (typeof value === "number") return values[next++ % values.length] ?? value;
    if (Array.isArray(value)) return value.map(swap);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]): [string, unknown] => [name, swap(inner)]));
  };
  return swap(body);
});

/** A body with a few mutations anywhere in it; now and then something else altogether. */
export function mutatedBody(body: unknown): fc.Arbitrary<unknown> {
  const places = placesIn(body).slice(1);
  const mutation = fc.oneof({ arbitrary: fc.constantFrom(...places).chain(mutationAt), weight: 6 }, { arbitrary: edges, weight: 1 });
  const mutated = fc.array(mutation, { minLength: 1, maxLength: 6 }).map((all) => all.reduce((whole, change) => change(whole), body));
  return fc.oneof({ arbitrary: mutated, weight: 30 }, { arbitrary: part, weight: 1 });
}
