/** What the host keeps for itself; no number of anybody called, and of tokens only digests. */
export type Tables = {
  /** Ids of tokens and links that count no more. */
  spent_id: {
    /** SHA-256 of the id, base64. */
    digest: string;
    /** Epoch milliseconds from which the id would not count anyway: the row may go. */
    until: number;
  };
};
