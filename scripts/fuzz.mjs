import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";

/*
 * Mutated bodies of every platform through the whole reading, and what must hold whatever is in them
 * (src/service/testing/fuzz). Exit code 1, with what to replay, where something did not.
 */
const { values } = parseArgs({
  options: {
    payloads: { type: "string", default: "100000" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
    threads: { type: "string", default: "1" },
    faults: { type: "string", default: "10" },
  },
});
const [payloads, seed, threads, mostFaults] = [Number(values.payloads), Number(values.seed), Number(values.threads), Number(values.faults)];
const only = values.only === undefined ? undefined : Number(values.only);
if (![payloads, seed, threads, mostFaults, only ?? 0].every(Number.isSafeInteger) || threads < 1) throw new Error("--payloads, --seed, --only, --threads and --faults take whole numbers");

/** A session (up to 8 payloads, and good bodies around them) that takes longer is a fault; one that takes this long hangs. */
const slowMilliseconds = 30_000;
const hangMilliseconds = 120_000;
setFlagsFromString("--expose-gc");

const mebibytes = (/** @type {number} */ bytes) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
const replay = (/** @type {number} */ index) => `npm run fuzz -- --seed ${seed} --only ${index}`;
let faults = 0;
let done = { played: 0, accepted: 0, sessions: 0, slowest: { milliseconds: 0, index: 0 } };
/** @type {{ payloads: number, heapUsed: number, arrayBuffers: number, rss: number }[]} */
const samples = [];
const began = performance.now();

/** @param {number} first @returns {Promise<void>} */
function runThread(first) {
  const shared = new SharedArrayBuffer(12);
  const current = new Int32Array(shared);
  const worker = new Worker(new URL("fuzz/thread.mjs", import.meta.url), {
    workerData: { seed, payloads: Math.ceil(payloads / threads), first, step: threads, only, shared, slowMilliseconds },
  });
  return new Promise((resolve) => {
    let turns = -1;
    let since = performance.now();
    const watchdog = setInterval(() => {
      if (current[1] !== turns) {
        turns = current[1] ?? 0;
        since = performance.now();
      } else if (performance.now() - since > hangMilliseconds) {
        fail(current[0] ?? 0, [`hangs: no end after ${hangMilliseconds / 1_000} s`], []);
        void worker.terminate();
      }
    }, 1_000);
    worker.on("message", (message) => {
      if (message.kind === "fault") {
        fail(message.index, message.faults, message.payloads);
        if (faults >= mostFaults) void worker.terminate();
      } else if (message.kind === "memory") {
        if (first === 0 || only !== undefined) samples.push(message);
        console.log(`${String(message.payloads).padStart(8)} payloads, ${((performance.now() - began) / 1_000).toFixed(0)} s, heap ${mebibytes(message.heapUsed)}, rss ${mebibytes(message.rss)}`);
      } else if (message.kind === "bodies") showBodies(message);
      else {
        const slowest = message.slowest.milliseconds > done.slowest.milliseconds ? message.slowest : done.slowest;
        done = { played: done.played + message.played, accepted: done.accepted + message.accepted, sessions: done.sessions + message.sessions, slowest };
      }
    });
    worker.on("error", (error) => fail(current[0] ?? 0, [`crashed: ${error.stack ?? error}`], []));
    worker.on("exit", () => {
      clearInterval(watchdog);
      resolve();
    });
  });
}

/** @param {number} index @param {string[]} found @param {string[]} bodies */
function fail(index, found, bodies) {
  faults += 1;
  console.error(`\n✗ ${replay(index)}\n  ${[...new Set(found)].slice(0, 5).join("\n  ")}${bodies.length > 0 ? `\n  bodies: ${bodies.join(" · ")}` : ""}`);
}

/** @param {{ name: string, beginsGood: boolean, bodies: { kind: string, bytes: Uint8Array, page: number, looks: number }[] }} message */
function showBodies({ name, beginsGood, bodies }) {
  console.log(`${name}, ${beginsGood ? "after a good body" : "from the first body on"}`);
  for (const { kind, bytes, page, looks } of bodies) console.log(`- ${kind} (page ${page}, ${looks} looks, ${bytes.length} B)\n  ${new TextDecoder().decode(bytes.slice(0, 4_000))}`);
}

await Promise.all(Array.from({ length: only === undefined ? threads : 1 }, (_, first) => runThread(first)));
// The first sample is taken before anything is warm.
const [, first] = samples;
const last = samples.at(-1);
console.log(`\nSeed ${seed}: ${done.played} payloads in ${done.sessions} sessions, ${done.accepted} of them read as bodies, ${((performance.now() - began) / 1_000).toFixed(0)} s; slowest session ${Math.round(done.slowest.milliseconds)} ms (--only ${done.slowest.index})`);
if (first !== undefined && last !== undefined) console.log(`Heap ${mebibytes(first.heapUsed)} after ${first.payloads} payloads, ${mebibytes(last.heapUsed)} at the end; rss ${mebibytes(first.rss)}, then ${mebibytes(last.rss)}`);
console.log(faults === 0 ? "Nothing found" : `${faults} found`);
process.exitCode = faults === 0 && (only !== undefined || done.played >= payloads) ? 0 : 1;
