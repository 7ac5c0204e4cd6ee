import type { ContactState, Progress, ProgressSegment, SegmentPart } from "#campaign/progress.ts";

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
  { name: "results", parts: [...results, "cancelled", "first_call_sent"] },
  { name: "now", parts: ["in_progress", "dialling_or_retry"] },
  { name: "waiting", parts: ["queued", "pending", "without_call", "being_read"] },
  { name: "other", parts: ["unknown", "not_broken_down", "not_listed", "not_read_yet"] },
];

/**
 * The named counts under the bar, each part once. A list says what there is
 * none of, so its results are then shown as 0; statistics and counters do not.
 * `inProgressReported`: calls on the line are told apart from contacts to be tried again.
 */
export function countGroups(progress: Progress, inProgressReported: boolean): CountGroup[] {
  const [listed] = progress.source === "list" ? progress.segments : [];
  const now = inProgressReported ? "in_progress" : "dialling_or_retry";
  return groups
    .map(({ name, parts }) => ({
      name,
      counts: parts.flatMap((part): NamedCount[] => {
        const segments = progress.segments.filter((segment) => segment.part === part);
        const [first] = segments;
        const zero = listed !== undefined && (results.includes(part) || part === now);
        if (first === undefined) return zero ? [{ part, count: 0, source: listed.source, toRetry: 0 }] : [];
        return [{ part, count: sumOf(segments), source: first.source, toRetry: sumOf(segments, "to_retry") }];
      }),
    }))
    .filter(({ counts }) => counts.length > 0);
}

function sumOf(segments: ProgressSegment[], state?: ContactState): number {
  return segments.reduce((sum, segment) => (state === undefined || segment.state === state ? sum + segment.count : sum), 0);
}
