import { formatClock, formatDate, formatDay, zoneName } from "./format-instant.ts";
import { formatCount, formatWait } from "./format.ts";

/** A value as a platform reports it beside what every campaign has. Instants are epoch milliseconds. */
export type FactShape =
  | { kind: "text"; text: string }
  | { kind: "list"; items: string[] }
  | { kind: "phone"; numbers: string[] }
  | { kind: "instant"; at: number }
  | { kind: "count"; count: number }
  | { kind: "duration"; seconds: number }
  | { kind: "yes_no"; yes: boolean };

/** The items a value is made of; `phone` writes a number as people read it. */
export function wordFact(value: FactShape, { now, zone, phone }: { now: number; zone: string; phone: (number: string) => string }): string[] {
  switch (value.kind) {
    case "text":
      return [value.text];
    case "list":
      return value.items;
    case "phone":
      return value.numbers.map(phone);
    case "instant":
      return [wordMoment(value.at, now, zone)];
    case "count":
      return [formatCount(value.count)];
    case "duration":
      return [formatWait(value.seconds * 1000)];
    case "yes_no":
      return [value.yes ? "Yes" : "No"];
  }
}

/** "Thu 15 Oct 15:00 EDT", with the year where it is not this one. */
export function wordMoment(at: number, now: number, zone: string): string {
  const date = formatDate(at, zone);
  const thisYear = date.slice(-4) === formatDate(now, zone).slice(-4);
  return `${thisYear ? formatDay(at, zone) : date} ${formatClock(at, zone)} ${zoneName(at, zone)}`;
}

/** How many of so many items are shown at once: the last few are never hidden behind longer words. */
export function shownAtFirst(count: number, most: number): number {
  return count <= most + 1 ? count : most;
}
