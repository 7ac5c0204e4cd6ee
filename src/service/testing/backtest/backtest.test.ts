import { expect, test } from "vitest";
import { shareHeld } from "#campaign/eta/calibration.ts";
import { planOf, shapes } from "./plan.ts";
import { answersOf, scoreOf, scoresBy } from "./score.ts";

/* The small version of `npm run backtest`: every shape but the one nobody could foresee, twice. */
const campaigns = Array.from({ length: 2 * shapes.length }, (_, index) => index).filter((index) => planOf(5, index).shape !== "a file added later");

test("ranges hold about as many true ends as the page says, and are not so wide that they say nothing", () => {
  const found = campaigns.map((index) => answersOf(5, index));
  const answers = found.flatMap((of) => of.answers);
  const score = scoreOf(answers);
  expect(score.ranges).toBeGreaterThan(80);
  expect(Math.abs(score.inside - shareHeld)).toBeLessThan(0.15);
  expect(score.medianError).toBeLessThan(0.1);
  expect(score.medianWidth).toBeLessThan(0.6);
  for (const { key, score: at } of scoresBy(answers, ({ progress }) => progress)) expect(at.inside, `${key} % done`).toBeGreaterThan(0.55);
  const deadlines = found.flatMap(({ deadlines: asked }) => asked);
  expect(deadlines.filter(({ said, isMet }) => said === isMet).length / deadlines.length).toBeGreaterThan(0.85);
}, 60_000);
