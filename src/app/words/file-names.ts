import type { CampaignAnswer } from "#service/api.ts";

/** What files are called, by their ids. */
export type FileNames = ReadonlyMap<string, string>;

/** Id and name of every file that has a name: its own, else the one it was given in processing. */
export function fileNames(files: CampaignAnswer["files"]): [string, string][] {
  if (!files.reported) return [];
  return files.value.flatMap(({ id, originalName, processedName }): [string, string][] => {
    const name = originalName.reported ? originalName.value : processedName.reported ? processedName.value : undefined;
    return name === undefined ? [] : [[id, name]];
  });
}
