import type { Instant } from "#campaign/campaign.ts";
import type { FileAnswer } from "#service/api.ts";
import type { FilePace } from "#service/api-history.ts";
import { formatAge, formatCount, formatWait } from "../../ui/format.ts";

/** How a file's bar and word are coloured. `stuck` is a file being read that stands still. */
export type FileLook = "failed" | "stuck" | "uploading" | "processing" | "unknown" | "processed";

const order: FileLook[] = ["failed", "stuck", "processing", "uploading", "unknown", "processed"];

export function lookOf({ state, stuckSince }: FileAnswer): FileLook {
  return stuckSince !== undefined && (state.kind === "processing" || state.kind === "uploading") ? "stuck" : state.kind;
}

/** What needs a look first; files of the same state stay in the platform's order. */
export function attentionFirst(files: FileAnswer[]): FileAnswer[] {
  return [...files].sort((a, b) => order.indexOf(lookOf(a)) - order.indexOf(lookOf(b)));
}

/** The state's word; one Callboard does not know is the platform's own. */
export function stateWord({ state }: FileAnswer): string {
  const words = { uploading: "Uploading", processing: "Processing", processed: "Processed", failed: "Failed", unknown: state.word };
  return words[state.kind];
}

/** Cause, as far as it is known, and what follows from it. */
export function remarkOf(file: FileAnswer, providerName: string, now: Instant): string | undefined {
  if (file.state.kind === "failed") return `${providerName} does not say why. Its unread records are not in the total.`;
  if (file.stuckSince === undefined || lookOf(file) !== "stuck") return undefined;
  return `Stuck: no record read for ${formatAge(now - file.stuckSince)}, as Callboard saw it.`;
}

/** The parts of the bar as numbers that add up to `total`; never over full. */
export function barOf(file: FileAnswer): { read: number; rejected: number; rest: number } | undefined {
  if (!file.totalRecords.reported || !file.processedRecords.reported) return undefined;
  const total = file.totalRecords.value;
  const read = Math.min(file.processedRecords.value, total);
  const rejected = file.rejectedRecords.reported ? Math.min(file.rejectedRecords.value, total - read) : 0;
  return { read, rejected, rest: total - read - rejected };
}

/** How fast a file is read, and how long the rest takes at that speed, as observed. */
export function wordFilePace({ perMinute, minutesLeft }: FilePace): string {
  const speed = perMinute >= 2 ? `${formatCount(perMinute)} records/min` : `${formatCount(60 * perMinute)} records/h`;
  return minutesLeft === undefined ? `${speed}, as observed` : `${speed}, as observed; about ${formatWait(minutesLeft * 60_000)} left at that speed`;
}
