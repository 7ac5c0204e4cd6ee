import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { root } from "../run.mjs";

/**
 * Programs the benchmark starts, ended by their own process id.
 *
 * @typedef {{ pid: number, values: string[], stop(): Promise<void> }} Program
 *   `values`: what the patterns found in its output.
 */

const canPin = existsSync("/usr/bin/taskset");
export const pinned = canPin;

/** @type {Set<{ stop(): Promise<void> }>} */
const running = new Set();

/** Has `stop` called whatever happens. @param {() => Promise<void>} stop */
export function endWithUs(stop) {
  running.add({ stop });
}

/** Ends all that is still running; for whoever ends early. */
export async function stopAll() {
  await Promise.all([...running].map((program) => program.stop()));
}

/**
 * Starts a program and waits until it has printed something for each pattern.
 * @param {string} command
 * @param {string[]} args
 * @param {{ patterns?: RegExp[], cwd?: string, env?: Record<string, string>, core?: number | undefined }} [options]
 *   `core`: the only processor core it may use, where `taskset` can see to that.
 * @returns {Promise<Program>}
 */
export async function start(command, args, { patterns = [], cwd = root, env = {}, core } = {}) {
  const [program, ...rest] = core === undefined || !canPin ? [command, ...args] : ["taskset", "-c", String(core), command, ...args];
  const child = spawn(program, rest, { cwd, env: { PATH: process.env.PATH ?? "", ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (chunk) => (text += chunk));
  child.stderr.setEncoding("utf8").on("data", (chunk) => (text += chunk));
  const ended = new Promise((settle) => {
    child.on("error", settle);
    child.on("close", settle);
  });
  /** @type {Program} */
  const started = {
    // taskset becomes the program it starts, so the id is the program's.
    pid: child.pid ?? -1,
    values: [],
    stop: async () => {
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), 5_000);
      await ended;
      clearTimeout(late);
      running.delete(started);
    },
  };
  running.add(started);
  const found = () => patterns.map((pattern) => pattern.exec(text)?.[1]);
  while (found().includes(undefined)) {
    if (child.exitCode !== null || child.pid === undefined) throw new Error(`${command} ${args.join(" ")} ended first:\n${text}`);
    await new Promise((wait) => setTimeout(wait, 25));
  }
  started.values = found().map(String);
  return started;
}

/** The built product's program. @param {string[]} args @param {Parameters<typeof start>[2]} [options] */
export const startProduct = (args, options) => start(process.execPath, [join(root, "dist/server/main.js"), ...args], options);

/** Runs one of our own programs to its end and reads the JSON it prints. @param {string[]} args @param {number} [core] @returns {Promise<any>} */
export async function runForJson(args, core) {
  const program = await start(process.execPath, args, { core, patterns: [/^(\{[^]*\})\s*$/m] });
  await program.stop();
  return JSON.parse(program.values[0] ?? "");
}

/** @returns {Promise<number>} a port that was free a moment ago */
export function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
