import type { Notice } from "#campaign/notice.ts";
import { settle, type Steady } from "#campaign/reading.ts";

/** Flags that appear or go only after three consecutive reads (the first read decides at once). */
export type SteadyNotices = ReadonlyMap<string, { notice: Notice; shown: Steady<boolean> }>;

export function settleNotices(previous: SteadyNotices | undefined, found: Notice[]): SteadyNotices {
  const next = new Map<string, { notice: Notice; shown: Steady<boolean> }>();
  const now = new Map(found.map((notice) => [keyOf(notice), notice]));
  for (const key of new Set([...now.keys(), ...(previous?.keys() ?? [])])) {
    const before = previous?.get(key);
    const notice = now.get(key) ?? before?.notice;
    if (notice === undefined) continue;
    // A notice unknown so far was absent in every earlier read.
    const wasShown = before?.shown ?? (previous === undefined ? undefined : settle(undefined, false));
    const shown = settle(wasShown, now.has(key));
    if (shown.value || shown.challenger === true) next.set(key, { notice, shown });
  }
  return next;
}

export function shownNotices(notices: SteadyNotices): Notice[] {
  return [...notices.values()].filter(({ shown }) => shown.value).map(({ notice }) => notice);
}

function keyOf(notice: Notice): string {
  return notice.kind === "file_over_read" ? `${notice.kind} ${notice.file}` : notice.kind;
}
