import type { StartHost } from "#service/testing/hosted.ts";
import { dataFaultSuite } from "#service/testing/data-fault-suite.ts";
import { faultSuite } from "#service/testing/fault-suite.ts";
import { platformSuite } from "#service/testing/platform-suite.ts";
import { rateLimitSuite } from "#service/testing/rate-limit-suite.ts";
import { sampleSuite } from "#service/testing/sample-suite.ts";
import { createService } from "#service/service.ts";
import { ownConnection } from "./connections.ts";
import { createDoor } from "./create-door.ts";
import { createHost } from "./host.ts";
import type { FromWorker, ToWorker } from "./protocol.ts";

/** The browser host with an account typed in, asked through its door; the worker is across a message channel. */
const startBehindDoor: StartHost = async (options) => {
  const { provider: providerId = "talkover", account = {}, baseUrl, token = "talq_canary", cadence, requestsPerMinute } = options;
  const { deadlineMilliseconds = 2_000, maxBodyBytes = 2 ** 20, now = Date.now } = options;
  const { port1, port2 } = new MessageChannel();
  const host = createHost({
    serve: (own) =>
      createService({
        host: { kind: "browser", version: "test" },
        connections: own === undefined ? [] : [{ ...ownConnection(own), deadlineMilliseconds, maxBodyBytes, requestsPerMinute }],
        clock: { now },
        random: () => 0.5,
        ...(cadence === undefined ? {} : { cadence }),
      }),
    post: (message, transfer) => port2.postMessage(message, transfer),
    origin: "https://page.example",
  });
  port2.addEventListener("message", ({ data }: MessageEvent<ToWorker>) => host.receive(data));
  port2.start();
  const door = createDoor(
    (receive) => {
      port1.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => receive(data));
      port1.start();
      return { send: (message) => port1.postMessage(message), end: () => port1.close() };
    },
    () => performance.now(),
  );
  await door.connect({ name: "acme", label: "Acme", providerId, account, baseUrl, token });
  return { ask: (path, init = {}) => door.fetch(path, init), stop: async () => port1.close() };
};

sampleSuite("browser host", startBehindDoor);
platformSuite("browser host", startBehindDoor);
faultSuite("browser host", startBehindDoor);
dataFaultSuite("browser host", startBehindDoor);
rateLimitSuite("browser host", startBehindDoor);
