import type { Instant } from "#campaign/campaign.ts";
import type { FileAnswer } from "#service/api.ts";
import { formatAge, formatCounted } from "../../ui/format.ts";

/** What needs a person: a file that failed or stopped being read. `undefined`: nothing does. */
export function attentionOf(files: FileAnswer[], now: Instant): string | undefined {
  const failed = files.filter(({ state }) => state.kind === "failed").map((file) => `${nameOf(file)} failed`);
  const stuck = files.flatMap((file) =>
    file.stuckSince === undefined ? [] : [`${nameOf(file)} has been stuck for ${formatAge(now - file.stuckSince)}`],
  );
  const [first, ...more] = [...failed, ...stuck];
  if (first === undefined || more.length === 0) return first;
  return `${first}, and ${formatCounted(more.length, "more file needs", "more files need")} a look`;
}

function nameOf({ id, originalName, processedName }: FileAnswer): string {
  if (originalName.reported) return originalName.value;
  return processedName.reported ? processedName.value : id;
}
