import type { Change } from "#campaign/history/event.ts";
import type { Status } from "#campaign/status.ts";
import { formatAge, formatClock, formatCount, formatCounted } from "../ui/format.ts";
import { formatShare } from "../ui/format-share.ts";
import { readableWord } from "../ui/readable-word.ts";

/** A change in words: `short` for a mark in a chart, `text` for a line of its own, without its full stop. */
export type ChangeWords = { short: string; text: string };

export type ChangeContext = {
  at: number;
  /** The zone times are shown in. */
  zone: string;
  providerName: string;
  /** What a file is called. */
  nameOf: (file: string) => string;
};

const figureNames = { calls: "Calls", completed: "Completed calls", failed: "Failed calls", contacts_done: "Contacts done" };

/** What was observed to change, in words; both sides where one became another. */
export function wordChange(change: Change, { at, zone, providerName, nameOf }: ChangeContext): ChangeWords {
  const clock = (instant: number) => formatClock(instant, zone);
  switch (change.kind) {
    case "status_changed":
      return wordStatus(change.from, change.to);
    case "schedule_changed":
      return { short: "Hours changed", text: "Calling hours, time zone or dates were changed" };
    case "concurrency_changed": {
      const [from, to] = [formatCount(change.from), formatCount(change.to)];
      return { short: `${from} → ${to} at a time`, text: `Calls at a time were changed from ${from} to ${to}` };
    }
    case "file_added":
      return aboutFile(nameOf(change.file), "added", change.records === undefined ? "" : `, ${formatCounted(change.records, "record")}`);
    case "file_processed":
      return aboutFile(nameOf(change.file), "processed", change.records === undefined ? "" : `, ${formatCounted(change.records, "record")}`);
    case "file_failed": {
      const { read, records } = change;
      return aboutFile(nameOf(change.file), "failed", read === undefined || records === undefined ? "" : ` at ${formatCount(read)} of ${formatCounted(records, "record")}`);
    }
    case "file_stuck":
      return aboutFile(nameOf(change.file), "stuck", `: no record read since ${clock(change.since)}`);
    case "file_removed":
      return aboutFile(nameOf(change.file), "gone", `: ${providerName} reports it no longer`);
    case "statistics_fell": {
      const name = figureNames[change.figure];
      return { short: `${name} fell`, text: `${name} went back from ${formatCount(change.from)} to ${formatCount(change.to)}` };
    }
    case "calls_vanished": {
      const text = `${formatCounted(change.count, "call")} vanished from the list`;
      return { short: `${formatCounted(change.count, "call")} vanished`, text };
    }
    case "failure_rate_jumped": {
      const [from, to] = [formatShare(change.from), formatShare(change.to)];
      return { short: `Failures ${from} → ${to}`, text: `Failure rate jumped from ${from} to ${to}, over ${formatCounted(change.calls, "finished call")}` };
    }
    case "unreachable":
      return { short: "Not readable", text: wordUnreachable(change.code, providerName) };
    case "reachable_again":
      return { short: "Readable again", text: `${providerName} could be read again, after ${formatAge(at - change.since)}` };
    case "stalled":
      return { short: "Stalled", text: `Stalled: nothing moved since ${clock(change.since)}, inside calling hours` };
    case "moves_again":
      return { short: "Moves again", text: `Moves again, after ${formatAge(at - change.since)} of standing still` };
  }
}

function aboutFile(name: string, word: string, more: string): ChangeWords {
  return { short: `${name} ${word}`, text: `File ${name} ${word}${more}` };
}

const statusNames = { draft: "Draft", ready: "Ready", scheduled: "Scheduled", active: "Active", paused: "Paused", inactive: "Inactive", completed: "Finished", cancelled: "Cancelled" };

function wordStatus(from: Status, to: Status): ChangeWords {
  const [before, now] = [nameOfStatus(from), nameOfStatus(to)];
  const short = to.kind === "active" && from.kind === "paused" ? "Resumed" : to.kind === "active" ? "Started" : now;
  return { short, text: short === now ? `${now}; was ${inSentence(before, from)}` : `${short}: ${inSentence(before, from)} became ${inSentence(now, to)}` };
}

function nameOfStatus({ kind, word }: Status): string {
  return kind === "unknown" ? `“${readableWord(word)}”` : statusNames[kind];
}

function inSentence(name: string, { kind }: Status): string {
  return kind === "unknown" ? name : name.toLowerCase();
}

/** Why a platform could not be read, as a sentence without its full stop. */
export function wordUnreachable(code: string, providerName: string): string {
  switch (code) {
    case "credential_refused":
      return `${providerName} refused this connection’s credential`;
    case "forbidden":
      return `${providerName} did not let this connection see the campaign`;
    case "not_found":
      return `${providerName} did not know this campaign`;
    case "rate_limited":
      return `${providerName} asked for fewer requests`;
    case "server_error":
      return `${providerName} answered with an error`;
    case "timeout":
      return `${providerName} did not answer in time`;
    case "malformed":
      return `${providerName}’s answer could not be read`;
    default:
      return `${providerName} could not be reached`;
  }
}
