import type { Instant } from "#campaign/campaign.ts";
import type { FileSpec, SimulatedCampaign } from "#providers/simulation.ts";

export type FileState = Omit<SimulatedCampaign["contactFiles"][number], "name">;

/** How far a contact file is at an instant. */
export function fileAt(file: FileSpec, anchor: Instant, now: Instant): FileState {
  const { fate, records, rejected } = file;
  const finished: FileState = { state: "processed", totalRecords: records, processedRecords: records - rejected };
  switch (fate.kind) {
    case "processed":
      return finished;
    case "uploading":
      return { state: "uploading", totalRecords: 0, processedRecords: 0 };
    case "failed":
      return { state: "failed", totalRecords: records, processedRecords: fate.read };
    case "stuck":
      return { state: "processing", totalRecords: records, processedRecords: fate.read };
    case "reading": {
      const seconds = (now - anchor) / 1_000 + fate.startedMinutesBeforeAnchor * 60;
      const read = Math.max(0, Math.floor(seconds * fate.recordsPerSecond));
      if (read >= records) return finished;
      const taken = Math.floor((read * (records - rejected)) / records);
      return { state: "processing", totalRecords: records, processedRecords: taken };
    }
  }
}

/** Contacts taken over from all files by an instant. */
export function recordsTaken(files: FileSpec[], anchor: Instant, now: Instant): number {
  return files.reduce((sum, file) => sum + fileAt(file, anchor, now).processedRecords, 0);
}
