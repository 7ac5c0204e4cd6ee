import { parentPort } from "node:worker_threads";

/* An engine's thread that dies when told to: no real engine does that on request. */
let answered = 0;
parentPort?.on("message", (message) => {
  if (message.kind !== "ask") return undefined;
  const [connection, id] = message.args ?? [];
  if (id === "exit") process.exit(3);
  if (id === "throw") throw new Error("out of luck");
  if (id === "refuse") return parentPort?.postMessage({ id: message.id, failed: `No connection ${connection}` });
  answered += 1;
  return parentPort?.postMessage({ id: message.id, value: { ok: true, etag: String(answered) } });
});
