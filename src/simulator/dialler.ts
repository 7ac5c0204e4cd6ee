import type { Instant } from "#campaign/campaign.ts";
import { type CallCourse, drawCourse, type Result } from "./call-course.ts";
import type { DialTime } from "./dial-times.ts";
import { chance } from "./random.ts";

export type Attempt = CallCourse & {
  contact: number;
  retries: number;
  /** The contact is not called again after it. */
  isLast: boolean;
  /** When the contact was first called. */
  contactSince: Instant;
};

export type DiallerPlan = {
  seed: number;
  times: Iterator<DialTime, undefined>;
  /** Contacts known by an instant. */
  contactsBy(now: Instant): number;
  maxRetries: number;
  cooldownHours: number;
  voicemailIsFinal: boolean;
  stoppedAt: Instant;
  /** Of the moments at which both are possible, this share goes to retries. */
  retryShare?: number;
};

const usualRetryShare = 0.22;

/** The attempts of a campaign up to an instant: a list that only ever grows. */
export type Dialler = { attemptsBy(now: Instant): readonly Attempt[] };

/** Decides whom each dial moment goes to: a retry whose cool-down is over, or the next contact. */
export function createDialler(plan: DiallerPlan): Dialler {
  const { retryShare = usualRetryShare } = plan;
  const attempts: Attempt[] = [];
  const resting = createQueue();
  let fresh = 0;
  let moment = plan.times.next().value;

  const dial = (time: DialTime): void => {
    const canBeFresh = fresh < plan.contactsBy(time.at);
    const preferRetry = !canBeFresh || chance(plan.seed, attempts.length, 30) < retryShare;
    const earlier = preferRetry ? resting.takeDue(time.at) : undefined;
    if (!earlier && !canBeFresh) return;
    const retries = earlier ? earlier.retries + 1 : 0;
    const call = { createdAt: time.at, weekday: time.weekday, hour: time.hour, earlier: earlier?.result };
    const course = drawCourse(plan.seed, attempts.length, call);
    const isFinal = course.result === "completed" || (course.result === "voicemail" && plan.voicemailIsFinal);
    const attempt: Attempt = {
      ...course,
      isLast: isFinal || retries >= plan.maxRetries,
      contact: earlier ? earlier.contact : fresh,
      retries,
      contactSince: earlier ? earlier.contactSince : time.at,
    };
    if (!earlier) fresh += 1;
    attempts.push(attempt);
    if (!attempt.isLast) resting.put(attempt, attempt.endedAt + plan.cooldownHours * 3_600_000);
  };

  return {
    attemptsBy(now) {
      const until = Math.min(now, plan.stoppedAt);
      while (moment !== undefined && moment.at <= until) {
        dial(moment);
        moment = plan.times.next().value;
      }
      return attempts;
    },
  };
}

type Rest = { attempt: Attempt; dueAt: Instant };

/** Contacts at rest; of those whose rest is over, the one that has waited longest comes first. */
function createQueue() {
  // One line for each result: they end, and so come due, in nearly the order they were put.
  const lines = new Map<Result, { waiting: Rest[]; head: number }>();
  return {
    put(attempt: Attempt, dueAt: Instant): void {
      const line = lines.get(attempt.result) ?? { waiting: [], head: 0 };
      line.waiting.push({ attempt, dueAt });
      lines.set(attempt.result, line);
    },
    takeDue(now: Instant): Attempt | undefined {
      const headOf = (line: { waiting: Rest[]; head: number }): Instant => line.waiting[line.head]?.dueAt ?? Infinity;
      const [first] = [...lines.values()].sort((a, b) => headOf(a) - headOf(b));
      const next = first?.waiting[first.head];
      if (first === undefined || next === undefined || next.dueAt > now) return undefined;
      first.head += 1;
      return next.attempt;
    },
  };
}
