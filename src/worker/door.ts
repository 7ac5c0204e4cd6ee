import { createDoor, type StartWorker } from "./create-door.ts";
import workerUrl from "./entry.ts?worker&url";
import type { FromWorker } from "./protocol.ts";

type WorkerPolicy = {
  /** In truth a TrustedScriptURL, which `Worker` takes where the DOM's types say string. */
  createScriptURL(url: string): string;
};

declare global {
  interface Window {
    /** Not every browser has Trusted Types. */
    readonly trustedTypes?: {
      createPolicy(name: string, rules: { createScriptURL(url: string): string }): WorkerPolicy;
    };
  }
}

const address = new URL(workerUrl, import.meta.url).href;

function onlyOurs(url: string): string {
  if (url !== address) throw new TypeError("Only Callboard's own worker may be started.");
  return url;
}

/** Content security policies allow this one policy by its name; it lets no other script become a worker. */
const policy = window.trustedTypes?.createPolicy("callboard-worker", { createScriptURL: onlyOurs }) ?? {
  createScriptURL: onlyOurs,
};

const startWorker: StartWorker = (receive, stopped) => {
  const worker = new Worker(policy.createScriptURL(address), { type: "module", name: "callboard" });
  worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => receive(data));
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    stopped();
  });
  return { send: (message) => worker.postMessage(message, []), end: () => worker.terminate() };
};

export const workerDoor = createDoor(startWorker, () => performance.now());
