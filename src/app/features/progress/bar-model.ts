import type { ContactState, Progress, ProgressSegment, SegmentPart } from "#campaign/progress.ts";
import { type MarkName, markLabel } from "../../ui/mark.tsx";

/** How a segment is filled: the state of its contacts, told apart without colour. */
export type Fill = "solid" | "open_end" | "hatched" | "outline" | "striped" | "empty";

type Look = {
  /** The glyph; what has no outcome of its own takes that of what it resembles. */
  mark: MarkName;
  /** The word, as the counts and the bar's text name it. */
  label: string;
  /** Its addend in the sum under the bar; outcomes are summed by their state. */
  addend?: string;
  fill: Fill;
};

const outcome = (mark: MarkName): Look => ({ mark, label: markLabel(mark), fill: "solid" });

const looks: Record<SegmentPart, Look> = {
  completed: outcome("completed"),
  voicemail: outcome("voicemail"),
  no_answer: outcome("no_answer"),
  busy: outcome("busy"),
  failed: outcome("failed"),
  in_progress: outcome("in_progress"),
  queued: outcome("queued"),
  cancelled: outcome("cancelled"),
  unknown: { ...outcome("unknown"), fill: "striped" },
  without_call: { mark: "without_call", label: markLabel("without_call"), addend: "without a call", fill: "outline" },
  being_read: { mark: "being_read", label: markLabel("being_read"), addend: "being read", fill: "outline" },
  pending: { mark: "pending", label: markLabel("pending"), addend: "pending", fill: "outline" },
  first_call_sent: { mark: "first_call_sent", label: markLabel("first_call_sent"), addend: "with a first call", fill: "solid" },
  dialling_or_retry: { mark: "in_progress", label: "Dialling or to retry", addend: "dialling or to retry", fill: "open_end" },
  not_broken_down: { mark: "unknown", label: "Not broken down", addend: "not broken down", fill: "striped" },
  not_listed: { mark: "unknown", label: "Not listed", addend: "not listed", fill: "striped" },
  not_read_yet: { mark: "being_read", label: "Not read yet", addend: "not read yet", fill: "empty" },
};

/** The glyph of a part. */
export function markOf(part: SegmentPart): MarkName {
  return looks[part].mark;
}

/** The word of a part. */
export function partLabel(part: SegmentPart): string {
  return looks[part].label;
}

export function fillOf({ part, state }: ProgressSegment): Fill {
  const { fill } = looks[part];
  if (fill === "outline") return fill;
  if (state === "to_retry") return "hatched";
  return state === "undetermined" ? "open_end" : fill;
}

/** The addends of the sum under the bar: by what becomes of the contacts, in the bar's order. */
export function sumParts({ segments, measure }: Progress): { words: string; count: number }[] {
  const parts = new Map<string, number>();
  for (const segment of segments) {
    const words = addendOf(segment, measure);
    parts.set(words, (parts.get(words) ?? 0) + segment.count);
  }
  return [...parts].map(([words, count]) => ({ words, count }));
}

const stateWords: Record<Exclude<ContactState, "undetermined">, string> = {
  done: "done",
  to_retry: "to retry",
  in_progress: "in progress",
  waiting: "queued",
  unknown: "with an unknown result",
};

function addendOf({ part, state }: ProgressSegment, measure: Progress["measure"]): string {
  if (state === "to_retry") return stateWords.to_retry;
  const { addend } = looks[part];
  if (addend !== undefined) return addend;
  if (state === "undetermined") return `${partLabel(part).toLowerCase()}, retries not reported`;
  return state === "done" && measure === "completed" ? "completed" : stateWords[state];
}
