import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

/**
 * Files of our own code below a folder, as paths from `directory` with forward slashes.
 * @param {string} directory
 * @param {string} folder
 * @param {RegExp} pattern
 */
export function sourceFiles(directory, folder, pattern = /\.tsx?$/) {
  return readdirSync(join(directory, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name) && !entry.name.endsWith(".d.ts"))
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}
