import type { FileAnswer } from "#service/api.ts";
import { formatCount } from "../../ui/format.ts";

/** What of the files needs a person, in two words; the failed first. `undefined`: nothing. */
export function flagOf(files: readonly FileAnswer[]): { words: string; failed: boolean } | undefined {
  const failed = files.filter(({ state }) => state.kind === "failed").length;
  const stuck = files.filter(({ stuckSince }) => stuckSince !== undefined).length;
  if (failed > 0) return { words: `${formatCount(failed)} failed`, failed: true };
  return stuck > 0 ? { words: `${formatCount(stuck)} stuck`, failed: false } : undefined;
}
