import type { Instant } from "../campaign.ts";
import { changesBetween } from "./changes.ts";
import type { CampaignEvent, Change } from "./event.ts";
import { type FailureRate, type Finished, unseenFailureRate, withFinished } from "./failure-rate.ts";
import type { Observation } from "./observation.ts";

/** What came of reading a campaign once. */
export type Seen = { kind: "read"; observation: Observation; stalledSince: Instant | undefined } | { kind: "unread"; at: Instant; code: string };

type FollowedFile = { read: number | undefined; since: Instant; told: boolean };

/** What must be remembered from read to read to tell what happened. */
export type Followed = {
  before: Observation | undefined;
  /** When it was last read. */
  readAt: Instant | undefined;
  /** Files being read, and since when their count has not moved. */
  files: ReadonlyMap<string, FollowedFile>;
  rate: FailureRate;
  trouble: { since: Instant; code: string; told: boolean } | undefined;
  stalledSince: Instant | undefined;
};

export const unseen: Followed = { before: undefined, readAt: undefined, files: new Map(), rate: unseenFailureRate, trouble: undefined, stalledSince: undefined };

const stuckAfterMilliseconds = 10 * 60_000;
/** One poll that failed is nothing to tell. */
const troubleAfterMilliseconds = 60_000;

export type Step = { followed: Followed; events: CampaignEvent[]; /** It differs from the one before: worth keeping. */ isNew: boolean };

/** One more read. Nothing is told of a first one: it has nothing to differ from. */
export function follow(followed: Followed, seen: Seen): Step {
  return seen.kind === "unread" ? unread(followed, seen) : read(followed, seen);
}

function unread(followed: Followed, { at, code }: Extract<Seen, { kind: "unread" }>): Step {
  const trouble = followed.trouble ?? { since: at, code, told: false };
  const after = followed.readAt ?? trouble.since;
  if (trouble.told || at - trouble.since < troubleAfterMilliseconds) return { followed: { ...followed, trouble }, events: [], isNew: false };
  return { followed: { ...followed, trouble: { ...trouble, code, told: true } }, events: [{ kind: "unreachable", code, at, after }], isNew: false };
}

function read(followed: Followed, { observation, stalledSince }: Extract<Seen, { kind: "read" }>): Step {
  const { before, trouble } = followed;
  const { at } = observation;
  const changes: Change[] = before === undefined ? [] : changesBetween(before, observation);
  if (trouble?.told === true) changes.unshift({ kind: "reachable_again", since: trouble.since });

  const files = followFiles(followed.files, observation);
  for (const [file, known] of files) {
    if (known.told || at - known.since < stuckAfterMilliseconds) continue;
    changes.push({ kind: "file_stuck", file, since: known.since });
    files.set(file, { ...known, told: true });
  }

  if (stalledSince !== undefined && followed.stalledSince === undefined) changes.push({ kind: "stalled", since: stalledSince });
  if (stalledSince === undefined && followed.stalledSince !== undefined && moved(before, observation)) changes.push({ kind: "moves_again", since: followed.stalledSince });

  const finished = finishedOf(observation);
  const { rate, jump } = finished === undefined ? { rate: followed.rate, jump: undefined } : withFinished(followed.rate, finished);
  if (jump !== undefined) changes.push(jump);

  const after = followed.readAt ?? at;
  return {
    followed: { before: observation, readAt: at, files, rate, trouble: undefined, stalledSince },
    events: changes.map((change) => ({ ...change, at, after })),
    isNew: before === undefined || differs(before, observation),
  };
}

function followFiles(known: Followed["files"], { at, files = [] }: Observation): Map<string, FollowedFile> {
  return new Map(
    files.flatMap(({ id, kind, read: count }) => {
      if (kind !== "processing") return [];
      const earlier = known.get(id);
      return [[id, earlier !== undefined && earlier.read === count ? earlier : { read: count, since: at, told: false }] as const];
    }),
  );
}

/** A stall ends quietly where the campaign was paused, or its hours ended: only movement is told. */
function moved(before: Observation | undefined, after: Observation): boolean {
  return before !== undefined && (before.calls !== after.calls || before.done !== after.done || before.finished !== after.finished);
}

/** `undefined`: this read does not tell. */
export function finishedOf({ at, finished, failed }: Observation): Finished | undefined {
  return finished === undefined || failed === undefined ? undefined : { at, finished, failed };
}

function differs(before: Observation, after: Observation): boolean {
  return JSON.stringify({ ...before, at: 0 }, inOrder) !== JSON.stringify({ ...after, at: 0 }, inOrder);
}

/** One that was kept comes back with its fields in another order. */
function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What can be remembered from what was kept: the last read, what was told of it, the counts of the hours before it. */
export function followedFrom(before: Observation, readAt: Instant, told: readonly CampaignEvent[], finished: readonly Finished[]): Followed {
  const newestFirst = [...told].sort((a, b) => b.at - a.at);
  const latest = (kinds: readonly Change["kind"][]): CampaignEvent | undefined => newestFirst.find(({ kind }) => kinds.includes(kind));
  const trouble = latest(["unreachable", "reachable_again"]);
  const stall = latest(["stalled", "moves_again"]);
  const jump = latest(["failure_rate_jumped"]);
  const stuck = new Map(newestFirst.flatMap((event) => (event.kind === "file_stuck" ? [[event.file, event.since] as const] : [])));
  const files = (before.files ?? []).flatMap(({ id, kind, read: count }) => {
    if (kind !== "processing") return [];
    const since = stuck.get(id);
    return [[id, { read: count, since: since ?? before.at, told: since !== undefined }] as const];
  });
  return {
    before,
    readAt,
    files: new Map(files),
    rate: { samples: finished, jumpedFrom: jump?.kind === "failure_rate_jumped" && readAt - jump.at < 3 * 3_600_000 ? jump.from : undefined },
    trouble: trouble?.kind === "unreachable" ? { since: trouble.after, code: trouble.code, told: true } : undefined,
    stalledSince: stall?.kind === "stalled" ? stall.since : undefined,
  };
}
