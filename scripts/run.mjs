import { spawn } from "node:child_process";
import { join } from "node:path";

export const root = join(import.meta.dirname, "..");

/** The project's own tools, started without npx, which would ask the registry where one is absent. */
const tools = {
  depcruise: "dependency-cruiser/bin/dependency-cruise.mjs",
  knip: "knip/bin/knip.js",
  oxlint: "oxlint/bin/oxlint",
  playwright: "@playwright/test/cli.js",
  tsc: "typescript/bin/tsc",
  vitest: "vitest/vitest.mjs",
};

/**
 * @typedef {{ show?: boolean, env?: NodeJS.ProcessEnv, directory?: string }} RunOptions
 *   `show`: print as it comes, instead of handing it back; `directory`: where to run it.
 */

/**
 * @param {keyof typeof tools} tool
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export function runTool(tool, args, options) {
  return run(process.execPath, [join(root, "node_modules", tools[tool]), ...args], options);
}

/**
 * Runs a program to its end. What it says on both channels is in `output`, on stdout alone in `stdout`.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string, stdout: string }>}
 */
export function run(command, args, { show = false, env = process.env, directory = root } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env, cwd: directory, stdio: ["ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"] });
    let output = "";
    let stdout = "";
    child.stdout?.setEncoding("utf8").on("data", (chunk) => {
      output += chunk;
      stdout += chunk;
    });
    child.stderr?.setEncoding("utf8").on("data", (chunk) => {
      output += chunk;
    });
    child.on("error", (error) => resolve({ code: 1, output: error.message, stdout }));
    child.on("close", (code) => resolve({ code: code ?? 1, output, stdout }));
  });
}
