import type { Instant } from "../campaign.ts";
import type { ContactFile } from "../contact-file.ts";
import type { Status } from "../status.ts";

/**
 * What is kept of one read of a campaign, so that later reads can be told from it. Counts and words of
 * closed lists only: no number of anybody called, no name of a file. A field that is absent was not
 * reported then.
 */
export type Observation = {
  at: Instant;
  status: Status;
  /** Contacts in all. */
  total?: number | undefined;
  /** Contacts done, as the headline counts them. */
  done?: number | undefined;
  /** Calls made, as the figure shows them. */
  calls?: number | undefined;
  /** Attempts of all numbers, counted from the list. */
  attempts?: number | undefined;
  /** Calls with a result, and those of them that failed; the whole list or the statistics, the same in every row. */
  finished?: number | undefined;
  failed?: number | undefined;
  completed?: number | undefined;
  successRatePercent?: number | undefined;
  averageDurationSeconds?: number | undefined;
  /** Calls that vanished from the list, since the process began. */
  vanished?: number | undefined;
  maxConcurrentCalls?: number | undefined;
  /** Stands for calling hours and dates: the same text, the same schedule. */
  schedule?: string | undefined;
  files?: ObservedFile[] | undefined;
};

export type ObservedFile = { id: string; kind: ContactFile["state"]["kind"]; read?: number | undefined; total?: number | undefined };
