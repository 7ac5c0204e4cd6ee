import type { Instant } from "./campaign.ts";

/** Completions an hour as Callboard itself observed them: a range that chance alone explains. */
export type Pace = {
  fromPerHour: number;
  toPerHour: number;
  /** What was observed: changes over minutes. */
  changes: number;
  observedMinutes: number;
};

/** How long dialling will still take at the pace observed, or why that is not said. Never a date. */
export type Estimate =
  | {
      kind: "dialling_time";
      /** Hours of dialling for what is pending. */
      fromHours: number;
      toHours: number;
      pending: number;
      pace: Pace;
      maxConcurrentCalls: number | undefined;
    }
  | {
      kind: "withheld";
      reason: "held" | "not_observed_long_enough" | "nothing_moves";
      /** When ten minutes will have been observed. */
      observedSince: Instant | undefined;
    };
