import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../run.mjs";

const program = join(root, "dist/server/main.js");
const probe = join(import.meta.dirname, "probe.mjs");

/** The thread that listens, and the engine of the one connection. */
const fewestThreads = 2;
/** A busy machine keeps threads from answering for a while. */
const patienceMilliseconds = 60_000;

/** @typedef {{ child: import("node:child_process").ChildProcess, printed(pattern: RegExp): Promise<string>, stop(): Promise<void> }} Program */
/**
 * @typedef {{ heapBytes: number, rssBytes: number, resources: number, files: number, threads: number }} ServiceFigures
 *   After a collection, all threads together. `resources`: what keeps event loops busy; `files`: open
 *   file descriptors, sockets included; NaN where there is no /proc.
 */

/** Starts the built product's program. @param {string[]} nodeArgs @param {string[]} args @param {string} cwd @returns {Program} */
function startProgram(nodeArgs, args, cwd) {
  const child = spawn(process.execPath, [...nodeArgs, program, ...args], { cwd, env: { PATH: process.env.PATH ?? "", ACME_TOKEN: "talq_demo" }, stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (chunk) => (text = (text + chunk).slice(-65_536)));
  const ended = new Promise((settle) => child.on("close", settle));
  return {
    child,
    async printed(pattern) {
      for (;;) {
        const found = pattern.exec(text)?.[1];
        if (found !== undefined) return found;
        if (child.exitCode !== null || child.signalCode !== null) throw new Error(`A program ended by itself:\n${text}`);
        await new Promise((wait) => setTimeout(wait, 20));
      }
    },
    async stop() {
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), 15_000);
      await ended;
      clearTimeout(late);
    },
  };
}

/** The platforms, simulated, with their controls; they accept any number of requests. @param {number} seed */
export async function startSimulator(seed) {
  const args = ["simulator", "--port", "0", "--seed", String(seed), "--controls", "--requests-per-minute", "1000000"];
  const simulator = startProgram([], args, tmpdir());
  const origin = await simulator.printed(/Simulator listening on (\S+)\n/);
  await simulator.printed(/(Callers\.ai|Kore\.ai)[^]*Campaigns/);
  /** @param {string} path @param {object} body */
  const control = async (path, body) => {
    const response = await fetch(origin + path, { method: "POST", body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path} of the simulator: ${response.status} ${await response.text()}`);
    await response.body?.cancel();
  };
  return {
    baseUrl: `${origin}/talkover`,
    /** @param {number} advanceMilliseconds */
    advance: (advanceMilliseconds) => control("/_clock", { advanceMilliseconds }),
    /** @param {object} fault */
    fault: (fault) => control("/_faults", fault),
    stop: () => simulator.stop(),
  };
}

/**
 * The Node host on one connection, reading as often as configured.
 * @param {string} baseUrl @param {number} pollSeconds
 */
export async function startHost(baseUrl, pollSeconds) {
  const directory = mkdtempSync(join(tmpdir(), "callboard-soak-"));
  const acme = { provider: "talkover", label: "Acme", baseUrl, token: { env: "ACME_TOKEN" }, deadlineMs: 1_000, requestsPerMinute: 1_000_000 };
  const configuration = { connections: { acme }, pollSeconds: { calling: pollSeconds, outsideHours: pollSeconds, finished: pollSeconds } };
  writeFileSync(join(directory, "callboard.config.json"), JSON.stringify(configuration));
  const host = startProgram(["--expose-gc", "--import", probe], ["--port", "0"], directory);
  const url = await host.printed(/Callboard listening on (\S+)/);
  return {
    url,
    measure: () => measure(host),
    stop: async () => {
      await host.stop();
      rmSync(directory, { recursive: true });
    },
  };
}

/** @param {Program} host @returns {Promise<ServiceFigures>} */
async function measure({ child }) {
  /** @type {Map<number, { heapUsed: number, rss: number, resources: number }>} */
  const threads = new Map();
  /** @param {string} chunk */
  const listen = (chunk) => {
    for (const [, line = ""] of chunk.matchAll(/(\{"soak":.*\})\n/g)) {
      const { soak } = JSON.parse(line);
      threads.set(soak.thread, soak);
    }
  };
  child.stderr?.on("data", listen);
  child.kill("SIGUSR2");
  const asked = Date.now();
  while (threads.size < fewestThreads && Date.now() - asked < patienceMilliseconds) await new Promise((wait) => setTimeout(wait, 50));
  child.stderr?.off("data", listen);
  if (threads.size < fewestThreads) throw new Error(`${threads.size} threads of the host said what they hold within ${patienceMilliseconds / 1_000} s.`);
  const all = [...threads.values()];
  const sum = (/** @type {"heapUsed" | "resources"} */ name) => all.reduce((total, thread) => total + thread[name], 0);
  return {
    heapBytes: sum("heapUsed"),
    rssBytes: Math.max(...all.map(({ rss }) => rss)),
    resources: sum("resources"),
    files: openFiles(child.pid ?? -1),
    threads: threads.size,
  };
}

/** @param {number} pid */
function openFiles(pid) {
  try {
    return readdirSync(`/proc/${pid}/fd`).length;
  } catch {
    return Number.NaN;
  }
}
