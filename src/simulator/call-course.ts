import type { Instant } from "#campaign/campaign.ts";
import type { Phase } from "#providers/simulation.ts";
import { chance } from "./random.ts";

export type Result = Exclude<Phase, "queued" | "initiated" | "ringing" | "answered">;

/** The whole course of one call, drawn when it is created. `Infinity`: never gets there. */
export type CallCourse = {
  createdAt: Instant;
  dialledAt: Instant;
  ringsAt: Instant;
  answeredAt: Instant;
  endedAt: Instant;
  result: Result;
  talkSeconds: number;
};

/** The longest wait between creation and dialling, seconds. */
export const longestQueueSeconds = 240;

/** How much better than usual people answer, by hour from 00 and by weekday from Monday. */
const byHour = [...Array<number>(9).fill(0.95), 0.98, 1.1, 1.12, 1.04, 0.92, 0.96, 1, 0.97, ...Array<number>(7).fill(0.9)];
const byWeekday = [0.97, 1.06, 1.05, 1.01, 0.92, 0.9, 0.88];

type Odds = { completed: number; otherwise: [Result, number][] };

const usual: Odds["otherwise"] = [
  ["voicemail", 0.4],
  ["failed", 0.24],
  ["no-answer", 0.26],
  ["busy", 0.1],
];
/** A number that failed mostly fails again. */
const failing: Odds["otherwise"] = [
  ["failed", 0.7],
  ["no-answer", 0.3],
];

function oddsAfter(earlier: Result | undefined): Odds {
  if (earlier === undefined) return { completed: 0.69, otherwise: usual };
  return earlier === "failed" ? { completed: 0.2, otherwise: failing } : { completed: 0.52, otherwise: usual };
}

function drawResult(seed: number, index: number, odds: Odds, goodness: number): Result {
  if (chance(seed, index, 1) < odds.completed * goodness) return "completed";
  let left = chance(seed, index, 2);
  for (const [result, share] of odds.otherwise) {
    if (left < share) return result;
    left -= share;
  }
  return "failed";
}

/** Draws what becomes of a call. The same seed and index give the same course. */
export function drawCourse(
  seed: number,
  index: number,
  call: { createdAt: Instant; weekday: number; hour: number; earlier: Result | undefined },
): CallCourse {
  const goodness = (byHour[call.hour] ?? 1) * (byWeekday[call.weekday - 1] ?? 1);
  const result = drawResult(seed, index, oddsAfter(call.earlier), goodness);
  const between = (from: number, to: number, purpose: number): number =>
    1_000 * (from + (to - from) * chance(seed, index, purpose));
  const dialledAt = call.createdAt + between(15, longestQueueSeconds, 3);
  const ringsAt = dialledAt + between(1, 4, 4);
  const course = { createdAt: call.createdAt, dialledAt, ringsAt, answeredAt: Infinity, result, talkSeconds: 0 };
  switch (result) {
    case "completed":
    case "voicemail": {
      const answeredAt = ringsAt + (result === "completed" ? between(4, 18, 5) : between(14, 24, 5));
      // Squared: many short talks and a long tail.
      const long = chance(seed, index, 6) ** 2;
      const talkSeconds = result === "completed" ? 35 + Math.round(265 * long) : 15 + Math.round(30 * long);
      return { ...course, answeredAt, talkSeconds, endedAt: answeredAt + talkSeconds * 1_000 };
    }
    case "no-answer":
      return { ...course, endedAt: ringsAt + between(25, 45, 5) };
    case "busy":
      return { ...course, endedAt: ringsAt + between(1, 3, 5) };
    case "failed":
      return { ...course, ringsAt: Infinity, endedAt: ringsAt + between(0, 4, 5) };
  }
}

/** Where a call is at an instant. A stop before it was dialled leaves it queued for good. */
export function phaseAt(course: CallCourse, now: Instant, stoppedAt: Instant): Phase {
  if (course.dialledAt > Math.min(now, stoppedAt)) return "queued";
  if (course.endedAt <= now) return course.result;
  if (course.answeredAt <= now) return "answered";
  return course.ringsAt <= now ? "ringing" : "initiated";
}
