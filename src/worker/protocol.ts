/** A connection whose credential somebody typed into this page. It is held in memory only. */
export type OwnConnection = {
  name: string;
  label: string;
  providerId: string;
  account: Record<string, string>;
  baseUrl: string;
  token: string;
};

type Pairs = [name: string, value: string][];

/** From the page to its worker. Every `id` is used once. */
export type ToWorker =
  | { kind: "ask"; id: number; method: string; path: string; headers: Pairs; body: string | undefined }
  | { kind: "abort"; id: number }
  /** Reads this connection beside the demonstration from now on; `undefined`: only the demonstration. */
  | { kind: "connect"; id: number; own: OwnConnection | undefined };

/** From the worker to the page: a head, chunks and an end for each `ask`, or `broken` at any point. */
export type FromWorker =
  | { kind: "head"; id: number; status: number; headers: Pairs }
  | { kind: "chunk"; id: number; bytes: ArrayBuffer }
  | { kind: "end"; id: number }
  | { kind: "broken"; id: number }
  | { kind: "connected"; id: number }
  | { kind: "refused"; id: number; reason: string };
