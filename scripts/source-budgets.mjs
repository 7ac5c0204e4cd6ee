import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sourceFiles } from "./source-files.mjs";

/** Lines: what a reader holds in mind at once. */
const most = { median: 80, ninetieth: 150, longest: 300 };

/**
 * Source files, tests aside, against the budget of lines.
 * @param {string} directory
 */
export function sourceBudgets(directory) {
  const files = sourceFiles(directory, "src")
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .map((file) => ({ file, lines: readFileSync(join(directory, file), "utf8").split("\n").length - 1 }))
    .sort((a, b) => a.lines - b.lines);
  /** @param {number} share */
  const at = (share) => files[Math.floor((files.length - 1) * share)]?.lines ?? Infinity;
  const [median, ninetieth, longest] = [at(0.5), at(0.9), at(1)];
  const longestFiles = files.slice(-5).map(({ file, lines }) => `${file} ${lines}`).join(", ");
  const problems = [
    ...(median > most.median ? [`Half of the files have more than ${most.median} lines: the median is ${median}.`] : []),
    ...(ninetieth > most.ninetieth ? [`One file in ten has more than ${ninetieth} lines, at most ${most.ninetieth}: ${longestFiles}.`] : []),
    ...(longest > most.longest ? [`The longest files have more than ${most.longest} lines: ${longestFiles}.`] : []),
  ];
  return { problems, seen: `${files.length} files: median ${median} lines, nine in ten up to ${ninetieth}` };
}
