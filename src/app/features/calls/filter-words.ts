import type { Instant } from "#campaign/campaign.ts";
import type { Dimension } from "#campaign/dimension.ts";
import type { Reports } from "#campaign/reports.ts";
import type { Outcome } from "#campaign/outcome.ts";
import { formatClock, formatDate, formatDay } from "../../ui/format.ts";
import { outcomeLabel } from "../../ui/outcome-label.ts";
import { readableWord } from "../../ui/readable-word.ts";
import type { CallsFilter } from "./calls-filter.ts";

/** The clock and the zone that times are worded for. */
export type TimeSense = { zone: string; now: Instant };

/** "Failed, Busy"; from six on, what is left out is shorter: "All but Queued". */
export function outcomeWords(chosen: readonly Outcome[], all: readonly Outcome[], inProgressReported = true): string {
  const names = (outcomes: readonly Outcome[]) => outcomes.map((outcome) => outcomeLabel(outcome, inProgressReported)).join(", ");
  const rest = all.filter((outcome) => !chosen.includes(outcome));
  return chosen.length >= 6 && rest.length > 0 ? `All but ${names(rest)}` : names(chosen);
}

/** "Positive, Neutral": the platform's own words, readable. */
export function wordsWords(words: readonly string[]): string {
  return words.map(readableWord).join(", ");
}

/** "No retries", "1 retry", "2 or 3 retries". */
export function retriesWords(retries: readonly number[]): string {
  if (retries.length === 1 && retries[0] === 0) return "No retries";
  const last = retries.at(-1);
  const first = retries.slice(0, -1).join(", ");
  return `${first === "" ? "" : `${first} or `}${last} ${retries.length === 1 && last === 1 ? "retry" : "retries"}`;
}

const weekdays = ["Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays"];

/** "Tuesdays 11:00–12:00" for `2-11`; anything else as it is. */
export function slotWords(slot: string): string {
  const [day, hour] = slot.split("-").map(Number);
  const name = day === undefined ? undefined : weekdays[day - 1];
  if (name === undefined || hour === undefined || !(hour >= 0 && hour < 24)) return slot;
  const clock = (value: number) => `${String(value).padStart(2, "0")}:00`;
  return `${name} ${clock(hour)}–${clock(hour + 1)}`;
}

/** "Today", "Thu 15 Oct", with the year where it is another than now's. */
export function dayWords(instant: Instant, { zone, now }: TimeSense): string {
  const date = formatDate(instant, zone);
  const today = formatDate(now, zone);
  if (date === today) return "Today";
  return date.slice(-4) === today.slice(-4) ? formatDay(instant, zone) : date;
}

/** "Today 14:42", "Thu 15 Oct 14:42". */
export function momentWords(instant: Instant, sense: TimeSense): string {
  return `${dayWords(instant, sense)} ${formatClock(instant, sense.zone)}`;
}

/** "Thu 15 Oct", "Today 14:00–15:00", "Since today 13:45", "Mon 12 Oct – Wed 14 Oct". */
export function timeWords(since: Instant | undefined, until: Instant | undefined, sense: TimeSense): string {
  const midnight = (instant: Instant) => formatClock(instant, sense.zone) === "00:00";
  const words = (instant: Instant) => (midnight(instant) ? dayWords(instant, sense) : momentWords(instant, sense)).replace("Today", "today");
  if (since === undefined) return until === undefined ? "Any time" : `Before ${words(until)}`;
  const day = dayWords(since, sense);
  if (until === undefined) return midnight(since) && day === "Today" ? day : `Since ${words(since)}`;
  const lastDay = dayWords(until - 1, sense);
  if (midnight(since) && midnight(until)) return day === lastDay ? day : `${day} – ${lastDay}`;
  const end = day === lastDay ? formatClock(until, sense.zone) : ` ${words(until)}`;
  return `${momentWords(since, sense)}${day === lastDay ? "–" : " –"}${end}`;
}

/** What the words of an order depend on. */
export type OrderWords = { idsReported: boolean; dimensions: readonly Dimension[] };

/** The order in words, after "Showing 1–40 of 18,420". */
export function orderWords({ sort, descending }: Pick<CallsFilter, "sort" | "descending">, order: OrderWords): string {
  switch (sort) {
    case "created":
      return descending ? "newest created first" : "oldest created first";
    case "retries":
      return descending ? "most retries first" : "fewest retries first";
    case "to":
      return descending ? "by number, descending" : "by number";
    case "outcome":
      return descending ? "by outcome, last first" : "by outcome";
    case "duration":
      return descending ? "longest first" : "shortest first";
    case "id":
      if (!order.idsReported) return descending ? "latest in the list first" : "in the order of the list";
      return descending ? "by id, descending" : "by id";
    default: {
      const title = order.dimensions.find(({ id }) => `by.${id}` === sort)?.title ?? sort;
      return `by ${title.toLowerCase()}${descending ? ", descending" : ""}`;
    }
  }
}

/** Every set filter in words, for the announcement and the printed page; empty when none is set. */
export function filterWords(filter: CallsFilter, all: readonly Outcome[], sense: TimeSense, inProgressReported = true): string[] {
  const { outcome, retries, since, until, slot, q, contact, dimensions } = filter;
  return [
    ...(outcome.length > 0 ? [outcomeWords(outcome, all, inProgressReported)] : []),
    ...(retries.length > 0 ? [retriesWords(retries)] : []),
    ...(since !== undefined || until !== undefined ? [timeWords(since, until, sense)] : []),
    ...(slot !== undefined ? [slotWords(slot)] : []),
    ...Object.values(dimensions).map(wordsWords),
    ...(contact !== undefined ? ["of this contact"] : []),
    ...(q !== undefined ? [`containing “${q}”`] : []),
  ];
}

/** What the rows on screen are. */
export type Noun = "number" | "call" | "contact";

export function nounOf(group: CallsFilter["group"], rowsAre: Reports["rowsAre"]): Noun {
  if (group === "number") return "number";
  return rowsAre === "contacts" ? "contact" : "call";
}

/** "1 number", "18,420 calls". */
export function countWords(total: number, noun: Noun, format: (count: number) => string): string {
  return `${format(total)} ${noun}${total === 1 ? "" : "s"}`;
}
