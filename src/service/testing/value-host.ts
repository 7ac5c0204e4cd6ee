import { providers } from "#providers/registry.ts";
import { operator, type Viewer } from "../access/viewer.ts";
import { createService } from "../service.ts";
import type { Hosted, HostOptions } from "./hosted.ts";

/** One that can be asked by other viewers too. */
type ValueHost = Hosted & { askAs: (viewer: Viewer, path: string, init?: RequestInit) => Promise<Response> };

/** The service as a value, reading a real upstream with the platform's own fetch. */
export const startValueHost = async (options: HostOptions): Promise<ValueHost> => {
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
  const askAs: ValueHost["askAs"] = (who, path, init) => service.fetch(new Request(`http://callboard.invalid${path}`, init), who);
  return {
    ask: (path, init) => askAs(viewer, path, init),
    askAs,
    stop: async () => service.stop?.(),
  };
};
