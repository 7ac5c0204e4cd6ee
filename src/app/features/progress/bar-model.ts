import type { ContactState, Progress, ProgressSegment, SegmentPart } from "#campaign/progress.ts";
import { type MarkName, markLabel } from "../../ui/mark.tsx";

/** How a segment is filled: the state of its contacts, told apart without colour. */
export type Fill = "solid" | "open_end" | "hatched" | "outline" | "striped";

/** The glyph of a part; what has no outcome of its own takes that of what it resembles. */
export function markOf(part: SegmentPart): MarkName {
  return part === "not_broken_down" ? "unknown" : part;
}

/** The word of a part, as the counts and the bar's text name it. */
export function partLabel(part: SegmentPart): string {
  return part === "not_broken_down" ? "Not broken down" : markLabel(part);
}

export function fillOf({ part, state }: ProgressSegment): Fill {
  if (part === "without_call" || part === "being_read") return "outline";
  if (state === "to_retry") return "hatched";
  if (state === "undetermined") return "open_end";
  return part === "unknown" || part === "not_broken_down" ? "striped" : "solid";
}

export type NamedCount = {
  part: SegmentPart;
  count: number;
  source: string;
  /** Of them, those that will be tried again. */
  toRetry: number;
};

export type CountGroup = { name: "results" | "now" | "waiting" | "other"; counts: NamedCount[] };

const results: SegmentPart[] = ["completed", "voicemail", "no_answer", "busy", "failed"];
const groups: { name: CountGroup["name"]; parts: SegmentPart[] }[] = [
  { name: "results", parts: [...results, "cancelled"] },
  { name: "now", parts: ["in_progress"] },
  { name: "waiting", parts: ["queued", "without_call", "being_read"] },
  { name: "other", parts: ["unknown", "not_broken_down"] },
];

/**
 * The named counts under the bar, each part once. A list says what there is
 * none of, so its results are then shown as 0; statistics do not.
 */
export function countGroups(progress: Progress): CountGroup[] {
  const [listed] = progress.source === "list" ? progress.segments : [];
  return groups
    .map(({ name, parts }) => ({
      name,
      counts: parts.flatMap((part): NamedCount[] => {
        const segments = progress.segments.filter((segment) => segment.part === part);
        const [first] = segments;
        const zero = listed !== undefined && (results.includes(part) || part === "in_progress");
        if (first === undefined) return zero ? [{ part, count: 0, source: listed.source, toRetry: 0 }] : [];
        return [{ part, count: sumOf(segments), source: first.source, toRetry: sumOf(segments, "to_retry") }];
      }),
    }))
    .filter(({ counts }) => counts.length > 0);
}

function sumOf(segments: ProgressSegment[], state?: ContactState): number {
  return segments.reduce((sum, segment) => (state === undefined || segment.state === state ? sum + segment.count : sum), 0);
}

/** The addends of the sum under the bar: by what becomes of the contacts, in the bar's order. */
export function sumParts({ segments }: Progress): { words: string; count: number }[] {
  const parts = new Map<string, number>();
  for (const segment of segments) {
    const words = sumWords(segment);
    parts.set(words, (parts.get(words) ?? 0) + segment.count);
  }
  return [...parts].map(([words, count]) => ({ words, count }));
}

function sumWords({ part, state }: ProgressSegment): string {
  if (part === "without_call") return "without a call";
  if (part === "being_read") return "being read";
  if (part === "not_broken_down") return "not broken down";
  switch (state) {
    case "done":
      return "done";
    case "to_retry":
      return "to retry";
    case "undetermined":
      return `${partLabel(part).toLowerCase()}, retries not reported`;
    case "in_progress":
      return "in progress";
    case "waiting":
      return "queued";
    case "unknown":
      return "with an unknown result";
  }
}
