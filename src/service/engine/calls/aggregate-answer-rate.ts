import { type Outcome, outcomes } from "#campaign/outcome.ts";
import type { AnswerRate } from "#service/api.ts";
import type { DayCount } from "./aggregate-time.ts";
import { at } from "../columns/at.ts";
import type { CampaignCalendar } from "./campaign-calendar.ts";
import { nobody } from "./contacts.ts";
import type { CallTable } from "./table.ts";

/** Below this share of calls created inside calling hours, creation says nothing about dialling. */
const leastInsideShare = 0.95;
/** A cell with fewer finished calls shows chance rather than habit. */
const leastFinished = 20;
const finishedOutcomes: ReadonlySet<Outcome> = new Set(["completed", "voicemail", "no_answer", "busy", "failed"]);

type Cell = { weekday: number; hour: number; completed: number; finished: number };

/**
 * Completed share by weekday and hour of creation, of contacts with one attempt:
 * only theirs is near the time they were dialled. Withheld with the reason otherwise.
 */
export function answerRateOf(table: CallTable, calendar: CampaignCalendar, count: DayCount): AnswerRate {
  const withheld = (reason: Extract<AnswerRate, { kind: "withheld" }>["reason"], insideShare?: number): AnswerRate => ({
    kind: "withheld",
    reason,
    insideShare,
  });
  if (table.rows > 0 && count.dated === 0) return withheld("no_times");
  if (!calendar.hours) return withheld("no_hours");
  const insideShare = count.dated === 0 ? 1 : 1 - count.outside / count.dated;
  if (insideShare < leastInsideShare) return withheld("created_outside_hours", insideShare);
  const cells = cellsOf(table, calendar);
  return cells.some(({ finished }) => finished >= leastFinished) ? { kind: "drawn", cells } : withheld("too_few_calls");
}

function cellsOf({ columns, contacts }: CallTable, { clock }: CampaignCalendar): Cell[] {
  const cells = new Map<number, Cell>();
  for (let contact = 0; contact < contacts.last.length; contact++) {
    const row = at(contacts.last, contact);
    if (row === nobody || at(contacts.attempts, contact) !== 1) continue;
    const outcome = at(outcomes, at(columns.outcome, row));
    const createdAt = at(columns.createdAt, row);
    if (Number.isNaN(createdAt) || !finishedOutcomes.has(outcome)) continue;
    const { weekday, hour } = clock.local(createdAt);
    const key = weekday * 24 + hour;
    let cell = cells.get(key);
    if (!cell) cells.set(key, (cell = { weekday, hour, completed: 0, finished: 0 }));
    cell.finished++;
    if (outcome === "completed") cell.completed++;
  }
  return [...cells].sort(([a], [b]) => a - b).map(([, cell]) => cell);
}
