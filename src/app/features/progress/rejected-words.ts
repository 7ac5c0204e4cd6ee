/** How records that were not taken over are named: under the label, in the sum, and all there were. */
export type RejectedWords = { label: string; beneath: string; addend: string; all: string };

/** Where files are not reported, nobody says that a record was rejected: only that it was not loaded. */
export function wordRejected(filesReported: boolean): RejectedWords {
  return filesReported
    ? { label: "Rejected", beneath: "never called", addend: "rejected", all: "received" }
    : { label: "Not loaded", beneath: "never called", addend: "not loaded", all: "uploaded" };
}
