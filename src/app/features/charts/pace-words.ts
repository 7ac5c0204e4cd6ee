import type { Figure } from "#service/api.ts";
import type { HistoryAnswer } from "#service/api-history.ts";
import { formatCount } from "../../ui/format.ts";
import { headPace, type Rate } from "./pace-model.ts";

/** The pace as a key figure. */
export type PaceShown = { figure: Figure; format: (value: number) => string; below: string };

const formats = {
  calls: (perHour: number) => `${formatCount(perHour)} calls/h`,
  contacts: (perHour: number) => `${formatCount(perHour)} contacts/h`,
};

/** The pace observed, with what it was counted from; `undefined` before there is one. */
export function shownPace(history: HistoryAnswer): PaceShown | undefined {
  const head = headPace(history);
  if (head === undefined) return undefined;
  const { of, over, figure, today } = head;
  const beside = over === "today" || today === undefined ? "" : `; ${formatCount(today.perHour)} over today`;
  return {
    figure: { shown: { reported: true, value: figure.perHour, source: rateSource(figure, of) }, other: { reported: false } },
    format: formats[of],
    below: over === "today" ? "over today" : `last ${figure.minutes}\u202fmin${beside}`,
  };
}

/** "412 calls in 60 min of calling hours, as Callboard observed". */
export function rateSource({ changes, minutes }: Rate, of: "calls" | "contacts"): string {
  const done = of === "contacts" ? "contacts done" : "calls";
  return `${formatCount(changes)} ${done} in ${formatCount(minutes)}\u202fmin of calling hours, as Callboard observed`;
}
