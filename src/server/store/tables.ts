/** What the host keeps for itself; no number of anybody called, and of tokens only digests. */
export type Tables = {
  /** Ids of tokens and links that count no more. */
  spent_id: {
    /** SHA-256 of the id, base64. */
    digest: string;
    /** Epoch milliseconds from which the id would not count anyway: the row may go. */
    until: number;
  };
  /** Displays that wait to be approved, or whose credential was not seen yet. */
  pairing: {
    /** SHA-256 of what only the display knows, base64. */
    device_digest: string;
    /** SHA-256 of the code it shows, base64. */
    code_digest: string;
    /** Epoch milliseconds. */
    expires_at: number;
    /** Null until somebody approved it. */
    display_id: string | null;
  };
  /** Displays that were approved. Times are epoch milliseconds. */
  display: {
    id: string;
    name: string;
    /** What it may show: a `CampaignScope` as JSON. */
    campaigns: string;
    created_at: number;
    expires_at: number;
    seen_at: number | null;
    revoked_at: number | null;
    /** SHA-256 of its credential, base64; null until it was collected. */
    token_digest: string | null;
    issued_at: number | null;
    /** Of the credential before, as long as the display may still come with that. */
    previous_digest: string | null;
  };
  /** What was kept of reads of campaigns; a row differs from the one before. */
  observation: {
    connection: string;
    campaign: string;
    /** Epoch milliseconds. */
    at: number;
    done: number | null;
    calls: number | null;
    attempts: number | null;
    finished: number | null;
    failed: number | null;
    success_rate: number | null;
    average_duration: number | null;
    /** The whole `Observation` as JSON. */
    body: string;
  };
  /** What changed between reads. */
  event: {
    connection: string;
    campaign: string;
    at: number;
    /** Its place among those seen at once. */
    place: number;
    /** Epoch milliseconds of the read before. */
    after: number;
    /** A `Change` as JSON. */
    body: string;
  };
  /** From when until when a campaign was watched without a gap. */
  watched_span: {
    connection: string;
    campaign: string;
    since: number;
    until: number;
  };
  /** Keys of the alerts that were told of a campaign and have not ended, one a line. */
  alert_told: { connection: string; campaign: string; keys: string };
  /** Messages that wait for a webhook to take them. */
  alert_delivery: {
    id: string;
    hook: string;
    body: string;
    attempts: number;
    /** Epoch milliseconds. */
    next_at: number;
  };
  /** What is known of each campaign that was read: when it may dial. */
  observed_campaign: {
    connection: string;
    campaign: string;
    /** A `Schedule` as JSON. */
    schedule: string;
  };
};
