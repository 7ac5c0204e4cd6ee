import { providers } from "#providers/registry.ts";
import { operator } from "../access/viewer.ts";
import { createService } from "../service.ts";
import type { StartHost } from "./hosted.ts";

/** The service as a value, reading a real upstream with the platform's own fetch. */
export const startValueHost: StartHost = async (options) => {
  const { provider: id = "talkover", account = {}, baseUrl, token = "talq_canary", cadence, requestsPerMinute } = options;
  const { viewer = operator, deadlineMilliseconds = 2_000, maxBodyBytes = 2 ** 20, now = Date.now, sleep } = options;
  const provider = providers.get(id);
  if (provider === undefined) throw new Error(`No provider ${id}`);
  const service = createService({
    host: { kind: "node", version: "test" },
    connections: [
      {
        name: "acme",
        label: "Acme",
        provider,
        account,
        baseUrl,
        token,
        demo: false,
        consoleUrl: undefined,
        stated: { timeZone: undefined, callingHours: undefined },
        maxBodyBytes,
        deadlineMilliseconds,
        requestsPerMinute,
        fetch: (url, init) => fetch(url, init),
      },
    ],
    clock: { now, ...(sleep && { sleep }) },
    random: () => 0.5,
    ...(cadence === undefined ? {} : { cadence }),
  });
  return {
    ask: (path, init) => service.fetch(new Request(`http://callboard.invalid${path}`, init), viewer),
    stop: async () => service.stop?.(),
  };
};
