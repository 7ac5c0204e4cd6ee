import { expect, test } from "vitest";
import { play } from "./play.ts";
import { kindNames, sessionAt } from "./session.ts";

const seed = 20_261_118;
const rounds = 12;

/** A share of what `npm run fuzz` plays a hundred thousand of. */
test("no mutated body crashes, contradicts itself unsaid, or is left over once a good one came", { timeout: 60_000 }, async () => {
  let payloads = 0;
  let accepted = 0;
  for (let index = 0; index < rounds * kindNames.length; index += 1) {
    const played = await play(sessionAt(seed, index));
    expect({ seed, index, faults: played.faults }).toEqual({ seed, index, faults: [] });
    payloads += played.payloads;
    accepted += played.accepted;
  }
  expect(payloads).toBeGreaterThan(400);
  // Were everything refused, nothing of the rest would be seen.
  expect(accepted / payloads).toBeGreaterThan(0.2);
});
