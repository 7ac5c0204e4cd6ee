import type { AnswerRate } from "#service/api.ts";
import { formatPercent } from "../../ui/format.ts";

type Withheld = Extract<AnswerRate, { kind: "withheld" }>;

/** Why the answer rate is not drawn, as one sentence. */
export function withheldWords({ reason, insideShare }: Withheld, provider: string): string {
  switch (reason) {
    case "no_times":
      return `Not drawn: ${provider} does not report when calls were created.`;
    case "no_hours":
      return `Not drawn: without calling hours, creation times do not tell when people answered.`;
    case "too_few_calls":
      return "Not drawn yet: no hour has enough finished calls to show a share.";
    case "created_outside_hours": {
      const share = insideShare ? `only ${wholePercent(insideShare)} of calls were` : "none of the calls was";
      return `Not drawn: ${share} created inside calling hours, so creation times do not tell when people answered.`;
    }
  }
}

/** Rounded down, so that a share just under the bound is not written as the bound. */
function wholePercent(share: number): string {
  return formatPercent(Math.floor(share * 100)).replace(".0", "");
}

export const weekdayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** "Tue", of an ISO weekday. */
export function weekdayName(weekday: number): string {
  return weekdayNames[weekday - 1] ?? String(weekday);
}

/** "09:00–10:00", of an hour of the day. */
export function hourSpan(hour: number): string {
  return `${hourStart(hour)}–${hourStart(hour + 1)}`;
}

export function hourStart(hour: number): string {
  return `${twoDigits(hour)}:00`;
}

export function twoDigits(hour: number): string {
  return String(hour).padStart(2, "0");
}
