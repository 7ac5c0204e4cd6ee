import type { ContactFile } from "./contact-file.ts";
import { notReported, type Reported, reported, valueOf } from "./reported.ts";

/** Records of all files by what became of them: Σ total = read + rejected + inFailedFiles + beingRead. */
export type RecordCounts = {
  /** P: records read. */
  read: number;
  /** R: records of processed files that were not taken over. */
  rejected: number;
  /** X: unread records of failed files. */
  inFailedFiles: number;
  /** B: records still being read. */
  beingRead: number;
};

export function countRecords(files: ContactFile[]): RecordCounts {
  const counts: RecordCounts = { read: 0, rejected: 0, inFailedFiles: 0, beingRead: 0 };
  for (const file of files) {
    const processed = valueOf(file.processedRecords) ?? 0;
    const unread = Math.max(0, (valueOf(file.totalRecords) ?? processed) - processed);
    counts.read += processed;
    if (file.state.kind === "processed") counts.rejected += unread;
    else if (file.state.kind === "failed") counts.inFailedFiles += unread;
    else if (file.state.kind === "uploading" || file.state.kind === "processing") counts.beingRead += unread;
  }
  return counts;
}

/** Rejected records exist only once a file is processed; before, nothing is rejected yet. */
export function rejectedRecords(file: ContactFile): Reported<number> {
  if (file.state.kind !== "processed" || !file.totalRecords.reported || !file.processedRecords.reported) {
    return notReported;
  }
  const rejected = Math.max(0, file.totalRecords.value - file.processedRecords.value);
  return reported(rejected, `${file.totalRecords.source} − ${file.processedRecords.source}`);
}
