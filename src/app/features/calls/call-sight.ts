import type { Reports } from "#campaign/reports.ts";
import type { ViewerInfo } from "#service/api.ts";

/** What of the calls this viewer is shown: less than the platform reports, where access says so. */
export type CallSight = Pick<ViewerInfo, "numbers"> & { recordings: boolean };

export function sightOf({ numbers, permissions }: Pick<ViewerInfo, "numbers" | "permissions">): CallSight {
  return { numbers, recordings: permissions.includes("recordings") };
}

/** Whether a number arrived masked: then it is no number to copy. */
export function isMasked(to: string): boolean {
  return to.includes("•");
}

/** What the search box finds; `undefined` where there is nothing to search by. */
export function searchLabel({ numbers, callIds }: Pick<Reports, "numbers" | "callIds">, sight: CallSight): string | undefined {
  if (!numbers || sight.numbers === "none") return callIds ? "Find an id" : undefined;
  if (sight.numbers === "masked") return callIds ? "Last four digits or id" : "Last four digits";
  return callIds ? "Find a number or id" : "Find a number";
}
