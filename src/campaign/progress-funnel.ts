import { contactsProgress } from "./contacts-progress.ts";
import { leadsProgress, leadsSource } from "./leads-progress.ts";
import type { Progress } from "./progress.ts";
import type { ProgressInput } from "./progress-input.ts";
import { recipientsProgress, recipientsSource } from "./recipients-progress.ts";
import { recordsProgress, recordsSource } from "./records-progress.ts";
import { nothingCounted } from "./segments.ts";

/** What this read would tell progress from (docs/progress.md); the caller holds it steady over reads. */
export function progressSource(input: ProgressInput): Progress["source"] {
  const { counters } = input;
  switch (counters.basis) {
    case "records":
      return recordsSource(input);
    case "leads":
      return leadsSource(counters);
    case "recipients":
      return recipientsSource(counters, input);
    case "contacts":
      return input.tally === undefined ? "none" : "list";
    case "none":
      return "none";
  }
}

/** The funnel, told from `source`. Its segments sum to the total wherever there is one. */
export function progressOf(input: ProgressInput, source: Progress["source"]): Progress {
  const { counters } = input;
  switch (counters.basis) {
    case "records":
      return recordsProgress(input, source);
    case "leads":
      return leadsProgress(counters, input);
    case "recipients":
      return recipientsProgress(counters, input, source);
    case "contacts":
      return contactsProgress(input);
    case "none":
      return nothingCounted;
  }
}
