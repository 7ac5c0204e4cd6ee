import fc from "fast-check";
import { callSorts, type CallsQuery } from "../../api.ts";
import { outcomes } from "#campaign/outcome.ts";
import { type FuzzedPlatform, type Part, platforms } from "./platforms.ts";
import { type Payload, payloadOf } from "./payloads.ts";

/** A mutated body, and for how many looks the platform answers it. */
export type Step = { payload: Payload; page: number; looks: number; query: CallsQuery };

/** Mutated bodies in the place of one part of a platform, before or after good ones. */
export type Session = { platform: FuzzedPlatform; part: Part; beginsGood: boolean; steps: readonly Step[]; search: string | undefined };

const text = fc.oneof(fc.constantFrom("1", "call-", "+1202", "(202) 555", "(a+)+$", "__proto__", ".*", "\ud800", "İ"), fc.string({ unit: "binary", maxLength: 100 }));
const instant = fc.oneof(fc.constantFrom(0, -1, 1e15, Date.UTC(2026, 10, 17, 15)), fc.integer());

const query: fc.Arbitrary<CallsQuery> = fc.record({
  group: fc.constantFrom("number", "call"),
  outcome: fc.subarray([...outcomes]),
  q: fc.option(text, { nil: undefined }),
  retries: fc.array(fc.nat(9_999), { maxLength: 3 }),
  since: fc.option(instant, { nil: undefined }),
  until: fc.option(instant, { nil: undefined }),
  slot: fc.option(fc.constantFrom("2-11", "7-23", "1-0"), { nil: undefined }),
  dimensions: fc.constantFrom({}, {}, { end_reason: ["user_disconnected"] }, { sentiment: ["positive"], constructor: ["x"] }, { disposition: ["", "x"] }),
  sort: fc.constantFrom(...callSorts, "by.sentiment", "by.constructor", "by.hung_up_by"),
  descending: fc.boolean(),
  offset: fc.constantFrom(0, 0, 1, 100_000_000),
  limit: fc.constantFrom(1, 100, 500),
  asOf: fc.option(fc.oneof(fc.constantFrom("0.1.undated", "a.4294967295.9999999999999999", "0.0.-1"), fc.string({ maxLength: 200 })), { nil: undefined }),
});

type Kind = { platform: FuzzedPlatform; part: Part; payload: fc.Arbitrary<Payload>; pages: number };

const kinds: readonly Kind[] = platforms.flatMap((platform) =>
  [...platform.good].map(([part, bodies]) => {
    const others = platforms.flatMap(({ good }) => [...good.values()].flat());
    return { platform, part, payload: fc.oneof(...bodies.map((body) => payloadOf(body, others))), pages: bodies.length };
  }),
);

/** What is mutated, by name: each gets its share. */
export const kindNames: readonly string[] = kinds.map(({ platform, part }) => `${platform.name}: ${part}`);

function sessionOf({ platform, part, payload, pages }: Kind): fc.Arbitrary<Session> {
  const step = fc.record({ payload, page: fc.integer({ min: 1, max: pages }), looks: fc.constantFrom(1, 1, 1, 1, 1, 1, 2, 4), query });
  return fc.record({
    platform: fc.constant(platform),
    part: fc.constant(part),
    beginsGood: fc.boolean(),
    steps: fc.array(step, { minLength: 1, maxLength: 8, size: "max" }),
    search: fc.option(text, { nil: undefined }),
  });
}

const sessions = kinds.map(sessionOf);

/** The session of this index: the same one for the same seed, whichever were made before. */
export function sessionAt(seed: number, index: number): Session {
  const arbitrary = sessions[index % sessions.length];
  const [session] = arbitrary === undefined ? [] : fc.sample(arbitrary, { seed: mixed(seed, index), numRuns: 1 });
  if (session === undefined) throw new Error("No provider can be fuzzed");
  return session;
}

/** One number of two, far from those of their neighbours. */
function mixed(seed: number, index: number): number {
  let hash = Math.imul(seed ^ 0x9e37_79b9, 0x85eb_ca6b) ^ Math.imul(index + 1, 0xc2b2_ae35);
  hash = Math.imul(hash ^ (hash >>> 16), 0x27d4_eb2f);
  return hash ^ (hash >>> 15);
}
