import { isMainThread, BroadcastChannel, threadId } from "node:worker_threads";

/*
 * Loaded into the Node host before its own code (`--import`), on every thread of it: on SIGUSR2 each
 * thread collects garbage and says what it still holds. One line of JSON a thread, on stderr.
 */
const channel = new BroadcastChannel("callboard-soak");
// A probe keeps no thread alive.
channel.unref();

function tell() {
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  const resources = process.getActiveResourcesInfo().length;
  process.stderr.write(`${JSON.stringify({ soak: { thread: threadId, heapUsed, rss, resources } })}\n`);
}

channel.addEventListener("message", tell);
if (isMainThread) {
  process.on("SIGUSR2", () => {
    channel.postMessage("tell");
    tell();
  });
}
