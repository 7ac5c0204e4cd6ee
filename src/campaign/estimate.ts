import type { Instant } from "./campaign.ts";

/** Completions an hour as Callboard itself observed them: a range that chance alone explains. */
export type Pace = {
  fromPerHour: number;
  toPerHour: number;
  /** What was observed: changes over minutes. */
  changes: number;
  observedMinutes: number;
};

/** When a campaign will end or how long dialling will still take, as a range, or why that is not said. */
export type Estimate =
  | {
      kind: "finish";
      /** 10th and 90th percentile and the middle of the simulated ends. */
      from: Instant;
      to: Instant;
      medianAt: Instant;
      /** Hours of dialling until then: only those inside calling hours. */
      fromHours: number;
      toHours: number;
      /** Calls an hour, first ones and retries. */
      pace: Pace;
      /** Of such ranges in the back-test, the share that held the true end (0–1). */
      confidence: number;
      /** Files the range leaves out: their reading does not move, or their size is not told. */
      filesLeftOut: number;
    }
  | {
      kind: "dialling_time";
      /** Hours of dialling for what is pending. */
      fromHours: number;
      toHours: number;
      pending: number;
      pace: Pace;
      maxConcurrentCalls: number | undefined;
      /** Why there is no date: what the platform does not report. */
      unknown: "retries" | "hours";
    }
  | {
      kind: "withheld";
      reason: WithheldReason;
      /** When ten minutes will have been observed. */
      observedSince: Instant | undefined;
    }
  | {
      kind: "withheld";
      reason: "schedule_ends_first";
      observedSince: Instant | undefined;
      /** When the last calling hours before the campaign's end date close. */
      closesAt: Instant;
      /** Contacts not done by then: the middle of the simulations that do not come to an end. */
      left: number;
      /** Of the simulations, the share that does not come to an end before that (0–1). */
      share: number;
    };

export type WithheldReason =
  /** Not active: paused, a draft, scheduled. */
  | "held"
  | "not_observed_long_enough"
  | "nothing_moves"
  /** The platform was not read for a while. */
  | "not_live"
  | "no_total"
  /** More than a year at the pace observed. */
  | "too_far";
