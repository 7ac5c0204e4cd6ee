import type { Alert } from "#campaign/alerts.ts";
import { formatAge, formatCounted } from "../ui/format.ts";
import { formatShare } from "../ui/format-share.ts";
import { wordUnreachable } from "./event-words.ts";

/** What a notification says: `title` goes behind the campaign's name. */
export type AlertWords = { title: string; body: string };

type AlertContext = { now: number; providerName: string; nameOf: (file: string) => string };

/** An alert in words: what, and since when where that was seen. */
export function wordAlert(alert: Alert, { now, providerName, nameOf }: AlertContext): AlertWords {
  const age = alert.since === undefined ? undefined : formatAge(now - alert.since);
  switch (alert.kind) {
    case "stalled":
      return { title: "stalled", body: `Active, but nothing has changed${age === undefined ? "" : ` for ${age}`} inside calling hours.` };
    case "failure_rate":
      return {
        title: "more calls fail",
        body: `The failure rate jumped from ${formatShare(alert.from)} to ${formatShare(alert.to)}, over ${formatCounted(alert.calls, "finished call")}.`,
      };
    case "file_failed":
      return { title: "a file failed", body: `${nameOf(alert.file)} failed. Its unread records are not in the total.` };
    case "file_stuck":
      return { title: "a file is stuck", body: `No record of ${nameOf(alert.file)} was read${age === undefined ? "" : ` for ${age}`}.` };
    case "unreachable":
      return { title: "cannot be read", body: `${wordUnreachable(alert.code, providerName)}${age === undefined ? "" : `; nothing newer for ${age}`}.` };
    case "finished":
      return alert.cancelled ? { title: "cancelled", body: "No more calls will be made." } : { title: "finished", body: "No more calls will be made." };
  }
}

/** "(!) Spring renewal – Callboard", with their number where several need a person. */
export function wordTitle(name: string, needing: number): string {
  const badge = needing === 0 ? "" : needing === 1 ? "(!) " : `(${needing}!) `;
  return `${badge}${name} – Callboard`;
}
