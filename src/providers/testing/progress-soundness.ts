import type { Progress } from "#campaign/progress.ts";
import { numbersIn } from "./soundness.ts";

/** The numbers of a bar; the words beside them are of no matter here. */
type Bar = Pick<Progress, "total" | "done" | "rejected" | "inFailedFiles" | "stages"> & { segments: readonly { count: number }[] };

/** What does not add up in a bar: by docs/progress.md its segments are the total, and nothing is below 0 or above 100 %. */
export function faultsOfProgress({ total, segments, done, rejected, inFailedFiles, stages }: Bar): string[] {
  const sum = segments.reduce((all, { count }) => all + count, 0);
  const numbers = numbersIn([total, segments.map(({ count }) => count), done, rejected, inFailedFiles, stages]);
  const most = total.reported ? total.value : Number.POSITIVE_INFINITY;
  return [
    ...(numbers.every((number) => Number.isFinite(number) && number >= 0) ? [] : [`counts ${numbers.join()}`]),
    ...(total.reported && sum !== total.value ? [`segments ${sum} of ${total.value}`] : []),
    ...(done.count <= done.atMost && done.atMost <= most ? [] : [`done ${done.count}, at most ${done.atMost} of ${most}`]),
  ];
}
