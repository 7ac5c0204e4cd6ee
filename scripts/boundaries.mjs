import { runTool } from "./run.mjs";
import { sourceFiles } from "./source-files.mjs";

/**
 * Holds the imports of `src` against the allow-list. A TypeScript it does not
 * know makes dependency-cruiser see nothing and be content, so what it did not
 * see is told as well.
 * @param {string} directory the project, or a copy of it
 * @returns {Promise<{ violations: string[], unseen: string[], seen: number }>}
 */
export async function boundaries(directory) {
  const { stdout, output } = await runTool("depcruise", ["--config", ".dependency-cruiser.mjs", "--output-type", "json", "src"], { directory });
  if (!stdout.startsWith("{")) return { violations: [output.trim()], unseen: [], seen: 0 };
  /** @type {import("dependency-cruiser").ICruiseResult} */
  const result = JSON.parse(stdout);
  const modules = new Set(result.modules.map(({ source }) => source));
  const files = sourceFiles(directory, "src");
  return {
    violations: result.summary.violations.map(({ from, to }) => `${from} may not import ${to}`),
    unseen: files.filter((file) => !modules.has(file)),
    seen: files.filter((file) => modules.has(file)).length,
  };
}
