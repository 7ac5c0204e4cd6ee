import { parentPort, workerData } from "node:worker_threads";
import { sourceLoader } from "../source-loader.mjs";

/*
 * Plays sessions one after the other. Which one is played stands in shared memory, so that the main
 * thread can name it when this one hangs.
 */
/** @type {{ seed: number, payloads: number, first: number, step: number, only: number | undefined, shared: SharedArrayBuffer, slowMilliseconds: number }} */
const { seed, payloads, first, step, only, shared, slowMilliseconds } = workerData;
const current = new Int32Array(shared);
const samplesApart = 2_000;

const server = await sourceLoader();
const { sessionAt } = await server.ssrLoadModule("/src/service/testing/fuzz/session.ts");
const { play } = await server.ssrLoadModule("/src/service/testing/fuzz/play.ts");

process.on("unhandledRejection", (error) => {
  parentPort?.postMessage({ kind: "fault", index: current[0], faults: [`rejected unhandled: ${error instanceof Error ? error.stack : String(error)}`], payloads: [] });
});

/** Bytes in use once what nobody holds is gone. */
function memory() {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  return { heapUsed, arrayBuffers, rss };
}

let played = 0;
let accepted = 0;
let sessions = 0;
let slowest = { milliseconds: 0, index: first };
let nextSample = 0;
for (let index = only ?? first; played < payloads; index += step) {
  Atomics.store(current, 0, index);
  Atomics.add(current, 1, 1);
  /** @type {import("../../src/service/testing/fuzz/session.ts").Session} */
  const session = sessionAt(seed, index);
  const began = performance.now();
  const result = await play(session);
  const milliseconds = performance.now() - began;
  const faults = [...result.faults];
  // A session has many looks; what one costs is what a viewer waits for.
  if (milliseconds > slowMilliseconds) faults.push(`took ${Math.round(milliseconds)} ms`);
  if (faults.length > 0) parentPort?.postMessage({ kind: "fault", index, faults, payloads: session.steps.map(({ payload }) => `${payload.kind}, ${payload.bytes.length} B`) });
  if (only !== undefined) parentPort?.postMessage({ kind: "bodies", bodies: session.steps.map(({ payload, page, looks }) => ({ ...payload, page, looks })), name: `${session.platform.name}: ${session.part}`, beginsGood: session.beginsGood });
  played += result.payloads;
  accepted += result.accepted;
  sessions += 1;
  Atomics.store(current, 2, played);
  if (milliseconds > slowest.milliseconds) slowest = { milliseconds, index };
  if (sessions >= nextSample) {
    parentPort?.postMessage({ kind: "memory", payloads: played, ...memory() });
    // The first sample is taken once code and caches are warm.
    nextSample = sessions + (sessions === 1 ? 500 : samplesApart);
  }
  if (only !== undefined) break;
}
parentPort?.postMessage({ kind: "memory", payloads: played, ...memory() });
parentPort?.postMessage({ kind: "done", played, accepted, sessions, slowest });
await server.close();
