import type { Estimate } from "#campaign/estimate.ts";
import { estimateFinish } from "#campaign/eta/estimate-finish.ts";
import { seededRandom } from "#campaign/eta/draws.ts";
import { playToEnd } from "./played.ts";
import { planOf } from "./plan.ts";
import { type Question, questionsOf, withEndDate } from "./questions.ts";

/** A question and what was answered. */
export type Answer = Omit<Question, "input"> & { askedAt: number; estimate: Estimate | undefined; milliseconds: number };

/** How answers fared. Shares are 0–1; errors are relative to the time that was left. */
export type Score = {
  asked: number;
  /** Answered by a range. */
  ranges: number;
  /** Of the ranges: the true end lay inside, before it or after it. */
  inside: number;
  before: number;
  after: number;
  medianError: number;
  medianWidth: number;
};

/** Whether a campaign would come to its end before its dates do, as was said and as it was. */
export type Deadline = { said: boolean; isMet: boolean };

/** What a campaign's end was said to be, at several points of its progress. */
export function answersOf(seed: number, index: number): { answers: Answer[]; deadlines: Deadline[] } {
  const questions = questionsOf(playToEnd(planOf(seed, index)), index);
  const deadlines = questions.flatMap((asked): Deadline[] => {
    const ending = withEndDate(asked);
    const estimate = ending && answerTo(ending.question).estimate;
    if (ending === undefined || estimate === undefined) return [];
    if (estimate.kind === "finish") return [{ said: true, isMet: ending.isMet }];
    const isSaid = estimate.kind === "withheld" && estimate.reason === "schedule_ends_first";
    return isSaid ? [{ said: estimate.share < 0.5, isMet: ending.isMet }] : [];
  });
  return { answers: questions.map((question) => answerTo(question)), deadlines };
}

export function answerTo({ input, ...question }: Question): Answer {
  const began = performance.now();
  const estimate = estimateFinish({ ...input, random: seededRandom(question.campaign) });
  return { ...question, askedAt: input.now, estimate, milliseconds: performance.now() - began };
}

export function scoreOf(answers: readonly Answer[]): Score {
  const ranges = answers.flatMap(({ estimate, endsAt, askedAt }) => (estimate?.kind === "finish" ? [{ ...estimate, endsAt, left: endsAt - askedAt }] : []));
  const share = (count: number): number => (ranges.length === 0 ? Number.NaN : count / ranges.length);
  return {
    asked: answers.length,
    ranges: ranges.length,
    inside: share(ranges.filter(({ from, to, endsAt }) => from <= endsAt && endsAt <= to).length),
    before: share(ranges.filter(({ from, endsAt }) => endsAt < from).length),
    after: share(ranges.filter(({ to, endsAt }) => endsAt > to).length),
    medianError: median(ranges.map(({ medianAt, endsAt, left }) => Math.abs(medianAt - endsAt) / left)),
    medianWidth: median(ranges.map(({ from, to, left }) => (to - from) / left)),
  };
}

/** The answers by what a question tells of itself, in the order of first appearance. */
export function scoresBy<Key>(answers: readonly Answer[], keyOf: (answer: Answer) => Key): { key: Key; score: Score }[] {
  const groups = new Map<Key, Answer[]>();
  for (const answer of answers) groups.set(keyOf(answer), [...(groups.get(keyOf(answer)) ?? []), answer]);
  return [...groups].map(([key, group]) => ({ key, score: scoreOf(group) }));
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
