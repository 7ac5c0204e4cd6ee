import { type Window, windowsBetween } from "#campaign/calling-windows.ts";
import type { Instant } from "#campaign/campaign.ts";
import type { FinishInput } from "#campaign/eta/estimate-finish.ts";
import { seededRandom } from "#campaign/eta/draws.ts";
import type { Sample } from "#campaign/pace.ts";
import { valueOf } from "#campaign/reported.ts";
import { zoneClock } from "#campaign/zone-clock.ts";
import { talkover } from "#providers/talkover/provider.ts";
import { outlookOf } from "../../engine/outlook-of.ts";
import type { Played } from "./played.ts";
import type { CampaignPlan, Shape } from "./plan.ts";

/** One moment at which an end is asked for, and what only the back-test knows of it. */
export type Question = {
  campaign: number;
  shape: Shape;
  rowStyle: CampaignPlan["rowStyle"];
  /** Percent of contacts done. */
  progress: number;
  /** Hours Callboard had watched by then. */
  watchedHours: number;
  endsAt: Instant;
  input: Omit<FinishInput, "random">;
};

const minuteMilliseconds = 60_000;
const hourMilliseconds = 60 * minuteMilliseconds;
/** Older samples are kept once an hour, as history keeps them. */
const wholeMilliseconds = 24 * hourMilliseconds;
const percents = [10, 30, 50, 70, 90];

/** Asks a played campaign for its end at several points of progress; none of one that never ends. */
export function questionsOf(played: Played, campaign: number): Question[] {
  const { plan, begin, endsAt, doneAt, contacts, paused } = played;
  if (endsAt === undefined) return [];
  const random = seededRandom(plan.seed + 1);
  const whole = random() < 0.5;
  return percents.flatMap((progress) => {
    const reachedAt = doneAt[Math.ceil((contacts * progress) / 100) - 1] ?? endsAt;
    // One in five is asked some time later, often outside calling hours.
    const now = Math.ceil(reachedAt / minuteMilliseconds) * minuteMilliseconds + (random() < 0.2 ? Math.floor(random() * 12 * 60) * minuteMilliseconds : 0);
    const watched = whole ? now - begin : Math.min(now - begin, (0.5 + 8 * random() ** 2) * hourMilliseconds);
    const isPaused = paused !== undefined && paused.start <= now && now < paused.end;
    if (now >= endsAt || isPaused) return [];
    return [{ campaign, shape: plan.shape, rowStyle: plan.rowStyle, progress, watchedHours: watched / hourMilliseconds, endsAt, input: inputAt(played, now, now - watched) }];
  });
}

function inputAt(played: Played, now: Instant, since: Instant): Question["input"] {
  const snapshot = played.snapshotAt(now);
  const { campaign } = snapshot;
  const dates = { startDate: valueOf(campaign.startDate), endDate: undefined };
  const hours = valueOf(campaign.callingHours);
  const outlook = outlookOf(snapshot, talkover.campaign(campaign.id, {}), { hours, dates }, now);
  const instants = sampledAt(since, now);
  const held = played.paused === undefined ? [] : [played.paused].filter(({ start }) => start < now);
  return {
    outlook,
    attempts: sampled(played.attemptsAt, instants),
    done: sampled(played.doneAt, instants),
    files: filesAt(played, now, since),
    held: held.map(({ start, end }): Window => ({ start, end: Math.min(end, now) })),
    now,
  };
}

/** Once a minute, and before the last day once an hour. */
function sampledAt(since: Instant, now: Instant): Instant[] {
  const instants: Instant[] = [];
  for (let at = since; at < now; at += now - at > wholeMilliseconds ? hourMilliseconds : minuteMilliseconds) instants.push(at);
  return [...instants, now];
}

/** How many of sorted instants lie before each of some others, sorted too. */
function sampled(sorted: readonly Instant[], instants: readonly Instant[]): Sample[] {
  let count = 0;
  return instants.map((at) => {
    while ((sorted[count] ?? Infinity) <= at) count += 1;
    return { at, count };
  });
}

/** Files that grew within the last half hour. */
function filesAt(played: Played, now: Instant, since: Instant): FinishInput["files"] {
  const before = Math.max(since, now - 30 * minuteMilliseconds);
  const minutes = (now - before) / minuteMilliseconds;
  const [then, today] = [played.readBy(before), played.readBy(now)];
  return today.flatMap((read, index) => {
    const grown = read - (then[index] ?? 0);
    return minutes < 10 || grown <= 0 ? [] : [{ file: `backtest-file-${index + 1}`, perMinute: grown / minutes }];
  });
}

/**
 * The same question of a campaign whose dates end within two days of its true end, and whether it still comes to
 * that; `undefined` where that day is over.
 */
export function withEndDate(question: Question): { question: Question; isMet: boolean } | undefined {
  const { input, endsAt, campaign } = question;
  const { hours, dates } = input.outlook;
  if (hours === undefined) return undefined;
  const clock = zoneClock(hours.timeZone);
  const endDate = clock.date(clock.local(endsAt).dayNumber + (campaign % 4) - 2);
  const limited = { ...dates, endDate };
  const last = windowsBetween(hours, limited, input.now, endsAt + 5 * 24 * hourMilliseconds).at(-1);
  if (last === undefined) return undefined;
  return { question: { ...question, input: { ...input, outlook: { ...input.outlook, dates: limited } } }, isMet: endsAt < last.end };
}
