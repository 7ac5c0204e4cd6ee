import type { Instant } from "./campaign.ts";
import type { ContactFile } from "./contact-file.ts";
import type { CampaignEvent } from "./history/event.ts";
import type { Sentence } from "./sentence.ts";
import type { Status } from "./status.ts";

/** Something a person should know of, for as long as it lasts: kind, instants and counts; worded where it is told. */
export type Alert = Condition & {
  /** The same for as long as it lasts: whoever told it under this key does not tell it again. */
  key: string;
  /** Since when, as far as that was seen. */
  since: Instant | undefined;
  /** Not to be told now, since it is outside calling hours; once they begin it is told if it still lasts. */
  quiet: boolean;
};

type Condition =
  | { kind: "stalled" }
  /** Shares of the finished calls that failed, 0–1, before and after. */
  | { kind: "failure_rate"; from: number; to: number; calls: number }
  | { kind: "file_failed"; file: string }
  | { kind: "file_stuck"; file: string }
  /** The platform cannot be read; `code` says how. */
  | { kind: "unreachable"; code: string }
  | { kind: "finished"; cancelled: boolean };

export type AlertInput = {
  status: Status;
  sentence: Sentence;
  files: readonly AlertFile[];
  /** Why the platform cannot be read, and since when. */
  problem: { code: string; since: Instant } | undefined;
  /** What changed, as observed, the newest first; empty where there is no history. */
  events: readonly CampaignEvent[];
  /** `undefined`: calling hours are not known, and nothing is quiet. */
  hours: { open: boolean; opensAt: Instant | undefined } | undefined;
  now: Instant;
};

export type AlertFile = { id: string; state: { kind: ContactFile["state"]["kind"] }; stuckSince: Instant | undefined };

/** Shorter failures mend themselves before anybody has read of them. */
const unreachableMilliseconds = 2 * 60_000;
/** A jump is news for so long; nothing says when it is over. */
const jumpMilliseconds = 60 * 60_000;

/** All there is to tell now, the most pressing first; of a campaign that ended only that. */
export function alertsOf(input: AlertInput): Alert[] {
  const { status, sentence, hours } = input;
  const asleep = hours?.open === false;
  if (status.kind === "completed" || status.kind === "cancelled") {
    const since = sentence.kind === "completed" || sentence.kind === "cancelled" ? sentence.at : undefined;
    // Where no hours follow, nothing would tell it later.
    return [{ kind: "finished", cancelled: status.kind === "cancelled", key: "finished", since, quiet: asleep && hours.opensAt !== undefined }];
  }
  return [...unreachable(input), ...fileAlerts(input), ...stalled(input), ...failureRate(input)].map((alert) => ({ ...alert, quiet: asleep }));
}

type Found = Condition & Pick<Alert, "key" | "since">;

/** Being asked to wait is no failure. */
function unreachable(input: AlertInput): Found[] {
  const { problem } = input;
  if (problem === undefined || !isUnreachable(input)) return [];
  return [{ kind: "unreachable", code: problem.code, key: "unreachable", since: problem.since }];
}

function isUnreachable({ problem, now }: AlertInput): boolean {
  return problem !== undefined && problem.code !== "rate_limited" && now - problem.since >= unreachableMilliseconds;
}

function fileAlerts({ files, events }: AlertInput): Found[] {
  return files.flatMap(({ id, state, stuckSince }): Found[] => {
    if (state.kind === "failed") {
      const seen = events.find((event) => event.kind === "file_failed" && event.file === id);
      return [{ kind: "file_failed", file: id, key: `file_failed ${id}`, since: seen?.at }];
    }
    const isRead = state.kind === "processing" || state.kind === "uploading";
    return isRead && stuckSince !== undefined ? [{ kind: "file_stuck", file: id, key: `file_stuck ${id}`, since: stuckSince }] : [];
  });
}

/** Of a platform that cannot be read nobody knows whether anything moves. */
function stalled(input: AlertInput): Found[] {
  const { sentence } = input;
  return sentence.kind === "stalled" && !isUnreachable(input) ? [{ kind: "stalled", key: "stalled", since: sentence.unchangedSince }] : [];
}

/** The latest jump of the failure rate, while it is news; `events`: the newest first. */
export function jumpLately({ events, status, now }: Pick<AlertInput, "events" | "status" | "now">): Extract<CampaignEvent, { kind: "failure_rate_jumped" }> | undefined {
  const jump = events.find((event) => event.kind === "failure_rate_jumped");
  if (status.kind !== "active" || jump === undefined || jump.to <= jump.from || now - jump.at > jumpMilliseconds) return undefined;
  return jump;
}

function failureRate(input: AlertInput): Found[] {
  const jump = jumpLately(input);
  if (jump === undefined) return [];
  const { from, to, calls, at } = jump;
  return [{ kind: "failure_rate", from, to, calls, key: `failure_rate ${at}`, since: at }];
}

/**
 * Which of the alerts are to be told now, and what is told then. Each is told once until it ended; while
 * the platform cannot be read nothing is known to have ended.
 */
export function toTell(alerts: readonly Alert[], told: ReadonlySet<string>): { tell: Alert[]; told: Set<string> } {
  const inForce = new Set(alerts.map(({ key }) => key));
  const isBlind = inForce.has("unreachable");
  const tell = alerts.filter(({ key, quiet }) => !quiet && !told.has(key));
  return { tell, told: new Set([...[...told].filter((key) => isBlind || inForce.has(key)), ...tell.map(({ key }) => key)]) };
}

/** A part of the campaign's page; `failedSince`: the calls that failed since then. */
export type AlertPlace = { panel: "top" | "files" | "calls" | "activity" | "progress"; failedSince?: Instant };

/** The calls of so long before a jump are those that made it. */
const jumpOfMilliseconds = 60 * 60_000;

/** The view that shows why. */
export function placeOfAlert(alert: Alert): AlertPlace {
  switch (alert.kind) {
    case "file_failed":
    case "file_stuck":
      return { panel: "files" };
    case "failure_rate":
      return { panel: "calls", failedSince: (alert.since ?? 0) - jumpOfMilliseconds };
    case "stalled":
      return { panel: "activity" };
    case "finished":
      return { panel: "progress" };
    case "unreachable":
      return { panel: "top" };
  }
}
