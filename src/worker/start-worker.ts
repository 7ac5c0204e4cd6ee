import workerUrl from "./entry.ts?worker&url";

type WorkerPolicy = {
  /** In truth a TrustedScriptURL, which `Worker` takes where the DOM's types say string. */
  createScriptURL(url: string): string;
};

declare global {
  interface Window {
    /** Browsers without Trusted Types lack it. */
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

const policy: WorkerPolicy = window.trustedTypes?.createPolicy("callboard-worker", {
  createScriptURL: onlyOurs,
}) ?? { createScriptURL: onlyOurs };

/** Starts Callboard's worker; the policy lets no other script become one. */
export function startWorker(): Worker {
  return new Worker(policy.createScriptURL(address), { type: "module", name: "callboard" });
}
