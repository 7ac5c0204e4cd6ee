import { maskedNumber } from "#campaign/masked-number.ts";
import type { CallRow } from "#service/api.ts";
import type { NumberPolicy } from "#service/access/viewer.ts";

/** What of a campaign's rows somebody sees: in answers, and by asking for them in an order or with a search. */
export type Sight = {
  numbers: NumberPolicy;
  recordings: boolean;
  /** Ids of dimensions that are not seen. */
  hidden: ReadonlySet<string>;
  /** Whether ids are the platform's own. Others may be made of a number, and are seen only with it. */
  ownIds: boolean;
};

/** Everything, of a platform with ids of its own. */
export const fullSight: Sight = { numbers: "full", recordings: true, hidden: new Set(), ownIds: true };

/** Whether ids stand in for numbers that are not seen. */
export function hidesIds({ numbers, ownIds }: Sight): boolean {
  return numbers !== "full" && !ownIds;
}

/** A number as it is seen. */
export function seenNumber(to: string | undefined, { numbers }: Sight): string | undefined {
  if (to === undefined || numbers === "none") return undefined;
  return numbers === "full" ? to : maskedNumber(to);
}

/** A row as it is seen: made of what is named here, and of nothing else. */
export function seenRow({ id, to, outcome, word, retries, attempts, createdAt, state, durationSeconds, recordingUrl, dimensions }: CallRow, sight: Sight): CallRow {
  const words = dimensions && Object.entries(dimensions).filter(([dimension]) => !sight.hidden.has(dimension));
  return {
    id,
    to: seenNumber(to, sight),
    outcome,
    word,
    retries,
    attempts,
    createdAt,
    state,
    ...(durationSeconds !== undefined && { durationSeconds }),
    ...(sight.recordings && recordingUrl !== undefined && { recordingUrl }),
    ...(words !== undefined && words.length > 0 && { dimensions: Object.fromEntries(words) }),
  };
}
