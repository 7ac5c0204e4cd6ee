/**
 * Something found in the data that a reader must know. Figures that contradict
 * each other are both given; nothing is repaired. A notice of the `*_disagree`
 * kind exists only when no reading of docs/progress fits.
 */
export type Notice =
  | { kind: "total_calls_disagree"; reported: number; rows: number; numbers: number; attempts: number }
  | { kind: "failed_calls_disagree"; reported: number; failed: number; unsuccessful: number }
  | { kind: "success_rate_disagrees"; reported: number; ofTotal: number | undefined; ofFinished: number | undefined }
  | { kind: "parts_exceed_total"; completed: number; failed: number; total: number }
  | { kind: "leads_disagree"; completed: number; pending: number; total: number }
  | { kind: "sent_exceeds_loaded"; sent: number; loaded: number }
  /** The platform counts more rows, or fewer, than all pages of its call history hold. */
  | { kind: "rows_not_listed"; listed: number; total: number }
  | { kind: "file_over_read"; file: string; processed: number; total: number }
  | { kind: "rows_set_aside"; calls: number; files: number; reasons: string[] }
  | { kind: "duplicate_calls"; count: number }
  | { kind: "vanished_calls"; count: number }
  | { kind: "unknown_words"; words: { word: string; count: number }[] }
  /** Answers older than the one shown arrived later and were ignored. */
  | { kind: "older_answers_ignored"; count: number }
  | { kind: "unknown_time_zone"; timeZone: string };
