import type { Reported } from "./reported.ts";

/** How many contacts a stage of dialling has tried: 0 first calls, 1 the first retry, and so on. */
export type AttemptStage = { depth: number; attempted: number; total: Reported<number> };

/**
 * What progress is counted from. The shapes are a closed vocabulary, named for
 * what is counted (docs/progress.md); a platform's mapping chooses one.
 */
export type Counters =
  /** Records of files, the call list and call statistics. */
  | { basis: "records" }
  /** Counters of leads: how many there are, completed and pending. Calls are not broken down by lead. */
  | { basis: "leads"; total: Reported<number>; completed: Reported<number>; pending: Reported<number> }
  /** Counters of recipients loaded and first calls sent; results only from the whole call history. */
  | {
      basis: "recipients";
      /** Records uploaded, and recipients loaded from them. */
      records: Reported<number>;
      loaded: Reported<number>;
      firstCallsSent: Reported<number>;
      stages: AttemptStage[];
    }
  /** Each row of call history is a contact; a result on it is final. */
  | { basis: "contacts" }
  /** The platform counts nothing. */
  | { basis: "none" };

/** How much of a call history that comes in pages has been read. */
export type Listing = {
  listed: number;
  /** Rows the platform says there are; `undefined` before the first page. */
  total: number | undefined;
  /** Every page was read at least once. */
  complete: boolean;
};
