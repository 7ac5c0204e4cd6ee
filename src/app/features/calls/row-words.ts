import type { AttemptsAnswer, CallRow } from "#service/api.ts";
import { formatClockSeconds } from "../../ui/format.ts";
import { outcomeLabel } from "../../ui/outcome-label.ts";
import { type TimeSense, dayWords } from "./filter-words.ts";

/** The outcome in our word, or in the platform's own where we have none. */
export function resultWords({ outcome, word }: Pick<CallRow, "outcome" | "word">, inProgressReported = true): string {
  return outcome === "unknown" && word !== "" ? word : outcomeLabel(outcome, inProgressReported);
}

/** "Today" and "14:42:45", apart so that they stand in columns. */
export function createdWords(createdAt: number, sense: TimeSense): { day: string; clock: string } {
  return { day: dayWords(createdAt, sense), clock: formatClockSeconds(createdAt, sense.zone) };
}

/** What follows the attempts that are listed: those that are not, and whether there will be more. */
export function attemptsWords(answer: AttemptsAnswer, maxRetries: number | undefined): string[] {
  const { attempts, earlierNotReported, rows } = answer;
  const words: string[] = [];
  if (earlierNotReported > 0) {
    const results = earlierNotReported === 1 ? "its result" : "results";
    words.push(`${plural(earlierNotReported, "earlier attempt")}, ${results} not reported.`);
  }
  const last = rows.at(-1);
  const left = maxRetries === undefined ? undefined : Math.max(0, maxRetries - (attempts - 1));
  if (last?.state === "to_retry") words.push(left === undefined ? "To be tried again." : `To be tried again: ${plural(left, "retry", "retries")} left.`);
  if (last?.state === "undetermined") words.push("Whether it will be tried again is not reported.");
  if (last?.state === "done" && last.outcome !== "completed" && left === 0) words.push("No retry left.");
  return words;
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
