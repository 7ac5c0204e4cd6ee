import type { z } from "zod";
import { faultsOfProgress } from "#providers/testing/progress-soundness.ts";
import type { CampaignJson, CallsJson } from "./answer-schema.ts";

/** An answer that fits its schema; else `faults` gets the first thing that does not, with its place. */
export function fitting<T extends z.ZodType>(schema: T, answer: unknown, faults: string[]): z.output<T> | undefined {
  const result = schema.safeParse(answer);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  faults.push(`${issue?.path.map(String).join(".")}: ${issue?.message}`);
  return undefined;
}

const sum = (counts: Iterable<number>): number => [...counts].reduce((all, one) => all + one, 0);

function faultsOfCharts({ charts, calls, notices }: CampaignJson): string[] {
  if (!charts.reported || !calls.reported) return charts.reported === calls.reported ? [] : ["charts without calls, or calls without charts"];
  const { rows, numbers } = calls.value;
  const { outcomesByCall, outcomesByNumber, time, retries, dimensions, answerRate } = charts.value;
  const placed = time.reported ? sum(time.value.days.map(({ counts }) => sum(Object.values(counts)))) + time.value.earlierCalls + time.value.undatedCalls : rows;
  const checks: Record<string, boolean> = {
    "outcomes by call are all calls": sum(Object.values(outcomesByCall)) === rows,
    "outcomes by number are all numbers": sum(Object.values(outcomesByNumber)) === numbers,
    "there are no more numbers than calls": numbers <= rows,
    "the time chart holds all calls": placed === rows,
    "no day has more calls in closed hours than calls": !time.reported || time.value.days.every(({ counts, closed }) => sum(Object.values(closed)) <= sum(Object.values(counts))),
    "retries are those of all numbers": sum(retries.map(({ contacts }) => contacts)) === numbers && retries.every(({ contacts, completed }) => completed <= contacts),
    "dimensions hold all calls": dimensions.every(({ values, others, without }) => sum(values.map((value) => value.calls)) + others.calls + without >= rows && without <= rows),
    "no cell has more completed than finished": answerRate.kind === "withheld" || answerRate.cells.every(({ completed, finished }) => completed <= finished),
    "unknown words are said, and only where there are some": outcomesByCall.unknown > 0 === notices.some(({ kind }) => kind === "unknown_words"),
  };
  return Object.entries(checks).flatMap(([name, holds]) => (holds ? [] : [`does not hold: ${name}`]));
}

/** What contradicts itself in an answer without a notice that says so, or cannot be drawn. */
export function faultsOfCampaign(answer: CampaignJson): string[] {
  return [...faultsOfProgress(answer.progress), ...faultsOfCharts(answer)];
}

/** A whole view of the calls beside the campaign's own figures. */
export function faultsOfView({ group, total, rows, rail, newer }: CallsJson, limit: number, counts: { rows: number; numbers: number }): string[] {
  const wanted = group === "call" ? counts.rows : counts.numbers;
  return [
    ...(total === wanted ? [] : [`${total} ${group}s in view, ${wanted} in the campaign`]),
    ...(rows.length === Math.min(limit, total) ? [] : [`${rows.length} rows of ${total} in a window of ${limit}`]),
    ...(new Set(rows.map(({ id }) => id)).size === rows.length ? [] : ["an id stands twice"]),
    ...(rail.every(({ offset }) => offset < total) ? [] : ["the rail points past the end"]),
    ...(newer === 0 ? [] : [`${newer} are newer than everything`]),
  ];
}
