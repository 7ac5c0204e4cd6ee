/** Who keeps the history of campaigns, where a host has one. */
export type HistoryPort = {
  /** A `HistoryAnswer` as JSON; `undefined`: it cannot be read now. */
  answer(connection: string, campaign: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
};
