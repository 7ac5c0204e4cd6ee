/** What a platform says of a campaign's calls at all; the rest is said to be "not reported by {name}". */
export type Reports = {
  calls: boolean;
  /** What a row of call history is: one call, or one contact whose row changes with each attempt. */
  rowsAre: "calls" | "contacts";
  /** Creation times of calls. */
  callTimes: boolean;
  /** Ids of calls. Where false, Callboard's own stand in for them and are not shown. */
  callIds: boolean;
  numbers: boolean;
  durations: boolean;
  recordings: boolean;
  /** Retries or attempts of a call, or of its number. */
  retries: boolean;
  /** Whether calls on the line are told apart from contacts waiting to be tried again. */
  inProgress: boolean;
  files: boolean;
  /** Call statistics of the platform's own. */
  statistics: boolean;
};
