import type { ReportedStatistics } from "./campaign.ts";
import type { ContactFile } from "./contact-file.ts";
import type { FinalityRules } from "./contact-state.ts";
import type { Counters, Listing } from "./counters.ts";
import type { Reported } from "./reported.ts";
import type { CallTally } from "./tally.ts";

/** Everything progress may be told from; `counters` says which of it counts. */
export type ProgressInput = {
  counters: Counters;
  /** `undefined`: the platform reports no call list. */
  tally: CallTally | undefined;
  /** Given where the call list comes in pages. */
  listing: Listing | undefined;
  statistics: ReportedStatistics;
  files: Reported<ContactFile[]>;
  rules: FinalityRules;
  maxConcurrentCalls: Reported<number>;
};
