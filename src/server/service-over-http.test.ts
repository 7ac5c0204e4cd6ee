import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll } from "vitest";
import { refreshHeader } from "#service/api.ts";
import { dataFaultSuite } from "#service/testing/data-fault-suite.ts";
import { faultSuite } from "#service/testing/fault-suite.ts";
import type { Cadence } from "#service/ports.ts";
import type { StartHost } from "#service/testing/hosted.ts";
import { platformSuite } from "#service/testing/platform-suite.ts";
import { rateLimitSuite } from "#service/testing/rate-limit-suite.ts";
import { sampleSuite } from "#service/testing/sample-suite.ts";
import { buildHost, startHost } from "./testing/built-host.ts";

/** The built Node host as a process of its own: front on one thread, engine on another, asked over HTTP. */
const startNodeHost: StartHost = async (options) => {
  const { provider = "talkover", account, baseUrl, token = "talq_canary", cadence, requestsPerMinute, deadlineMilliseconds = 2_000, maxBodyBytes = 2 ** 20 } = options;
  const cwd = mkdtempSync(join(tmpdir(), "callboard-suite-"));
  const acme = { provider, account, label: "Acme", baseUrl, token: { env: "ACME_TOKEN" }, deadlineMs: deadlineMilliseconds, maxBodyBytes, requestsPerMinute };
  writeFileSync(join(cwd, "callboard.config.json"), JSON.stringify({ connections: { acme }, ...(cadence && { pollSeconds: pollSecondsOf(cadence) }) }));
  const { child, printed, ended } = startHost({ args: ["--port", "0"], env: { ACME_TOKEN: token }, cwd });
  const [, origin = ""] = await printed(/Callboard listening on (http:\/\/[^/\s]+)/);
  return {
    ask: (path, init) => fetch(origin + path, init),
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
      rmSync(cwd, { recursive: true });
    },
  };
};

/** As short as the configuration allows. */
const pollSecondsOf = (cadence: Cadence) => Object.fromEntries(Object.entries(cadence).map(([state, milliseconds]) => [state, Math.max(0.02, milliseconds / 1_000)]));

beforeAll(buildHost);
sampleSuite("Node host", startNodeHost);
platformSuite("Node host", startNodeHost);
faultSuite("Node host", startNodeHost, { headers: { [refreshHeader]: "now" } });
dataFaultSuite("Node host", startNodeHost);
rateLimitSuite("Node host", startNodeHost);
