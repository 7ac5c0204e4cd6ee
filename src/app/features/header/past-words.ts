import type { Sentence } from "#campaign/sentence.ts";

/** What it was doing when last read: "calling", for "At 14:31 it was calling." */
export function wordPast(sentence: Sentence): string {
  switch (sentence.kind) {
    case "calling":
      return `calling${sentence.linesInUse ? " on every line" : ""}`;
    case "inside_hours":
      return "active, inside calling hours";
    case "stalled":
      return "active, but nothing changed";
    case "active_hours_unknown":
      return "active";
    case "outside_hours":
      return "outside calling hours";
    case "not_started":
      return "not started";
    case "past_end_date":
      return "past its end date";
    case "waiting_for_retries":
      return `waiting for retries${sentence.cooldown ? ", all in cool-down" : ""}`;
    case "nothing_left":
      return "done with every contact";
    case "reading_contacts":
      return `reading contacts${sentence.stuckSince ? ", but none came" : ""}`;
    case "no_contacts":
      return "without contacts";
    case "paused":
      return "paused";
    case "draft":
      return "a draft";
    case "completed":
      return "finished";
    case "cancelled":
      return "cancelled";
    case "inactive":
      return "inactive";
    case "ready":
      return "not started";
    case "scheduled":
      return "scheduled";
    case "new_chats_paused":
      return "active, new chats paused";
    case "incoming":
      return "answering incoming calls";
    case "unknown_status":
      return sentence.word === "" ? "in a status that is not reported" : `“${sentence.word}”`;
  }
}
