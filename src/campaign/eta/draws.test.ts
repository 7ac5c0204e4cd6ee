import { expect, test } from "vitest";
import { binomial, likelyShare, normal, seededRandom, wholeNear } from "./draws.ts";

const many = 10_000;

function momentsOf(draw: () => number): { mean: number; variance: number } {
  const drawn = Array.from({ length: many }, draw);
  const mean = drawn.reduce((sum, value) => sum + value, 0) / many;
  return { mean, variance: drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / many };
}

test.each([
  [10, 0.3],
  [200, 0.02],
  [200, 0.98],
  [40, 0.1],
  [5_000, 0.4],
  [1, 0.5],
])("of %i tries with chance %f as many succeed as should, and differ as much", (tries, chance) => {
  const random = seededRandom(tries);
  const drawn: number[] = [];
  const { mean, variance } = momentsOf(() => drawn[drawn.push(binomial(tries, chance, random)) - 1] ?? Number.NaN);
  expect(drawn.filter((count) => count < 0 || count > tries || !Number.isInteger(count))).toEqual([]);
  const expected = tries * chance * (1 - chance);
  expect(Math.abs(mean - tries * chance)).toBeLessThan(5 * Math.sqrt(expected / many));
  expect(Math.abs(variance / expected - 1)).toBeLessThan(0.1);
});

test("nothing of no tries, all where it is certain", () => {
  const random = seededRandom(1);
  expect([binomial(0, 0.5, random), binomial(7, 0, random), binomial(7, 1, random)]).toEqual([0, 0, 7]);
});

test("normal draws are normal, whole numbers are near on average, shares near what was seen", () => {
  const random = seededRandom(3);
  const { mean, variance } = momentsOf(() => normal(random));
  expect(mean).toBeCloseTo(0, 1);
  expect(variance).toBeCloseTo(1, 1);
  expect(momentsOf(() => wholeNear(2.3, random)).mean).toBeCloseTo(2.3, 1);
  const share = momentsOf(() => likelyShare(30, 70, random));
  expect(share.mean).toBeCloseTo(0.3, 2);
  expect(Math.sqrt(share.variance)).toBeCloseTo(0.046, 2);
});

test("the same seed is the same sequence, another another", () => {
  const of = (seed: number) => Array.from({ length: 3 }, seededRandom(seed));
  expect(of(1)).toEqual(of(1));
  expect(of(1)).not.toEqual(of(2));
});
