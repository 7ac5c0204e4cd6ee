import type { Change } from "./event.ts";
import type { ObservedFile, Observation } from "./observation.ts";

/** What two reads of a campaign, one after the other, differ in beyond counts that grow. */
export function changesBetween(before: Observation, after: Observation): Change[] {
  const changes: Change[] = [];
  if (before.status.word !== after.status.word) changes.push({ kind: "status_changed", from: before.status, to: after.status });
  if (before.schedule !== undefined && after.schedule !== undefined && before.schedule !== after.schedule) changes.push({ kind: "schedule_changed" });
  const { maxConcurrentCalls: from } = before;
  const { maxConcurrentCalls: to } = after;
  if (from !== undefined && to !== undefined && from !== to) changes.push({ kind: "concurrency_changed", from, to });
  if (before.files !== undefined && after.files !== undefined) changes.push(...fileChanges(before.files, after.files));
  return [...changes, ...falls(before, after), ...vanished(before, after)];
}

function fileChanges(before: readonly ObservedFile[], after: readonly ObservedFile[]): Change[] {
  const known = new Map(before.map((file) => [file.id, file]));
  const there = new Set(after.map(({ id }) => id));
  const changes = after.flatMap((file): Change[] => {
    const earlier = known.get(file.id);
    const added: Change[] = earlier === undefined ? [{ kind: "file_added", file: file.id, ...(file.total !== undefined && { records: file.total }) }] : [];
    return earlier?.kind === file.kind ? added : [...added, ...becoming(file)];
  });
  const removed = before.filter(({ id }) => !there.has(id)).map(({ id }): Change => ({ kind: "file_removed", file: id }));
  return [...changes, ...removed];
}

function becoming({ id, kind, read, total }: ObservedFile): Change[] {
  if (kind === "processed") return [{ kind: "file_processed", file: id, ...(read !== undefined && { records: read }) }];
  if (kind === "failed") return [{ kind: "file_failed", file: id, ...(read !== undefined && { read }), ...(total !== undefined && { records: total }) }];
  return [];
}

/** A sum that is counted anew may be one or two short for a read: less than this is no fall. */
const leastFall = (from: number): number => Math.max(5, 0.01 * from);

function falls(before: Observation, after: Observation): Change[] {
  const figures = [
    ["calls", before.calls, after.calls],
    ["completed", before.completed, after.completed],
    ["contacts_done", before.done, after.done],
  ] as const;
  return figures.flatMap(([figure, from, to]): Change[] =>
    from !== undefined && to !== undefined && from - to > leastFall(from) ? [{ kind: "statistics_fell", figure, from, to }] : [],
  );
}

function vanished(before: Observation, after: Observation): Change[] {
  // The count begins anew with a process.
  const count = (after.vanished ?? 0) - (before.vanished ?? 0);
  return count > 0 ? [{ kind: "calls_vanished", count }] : [];
}
