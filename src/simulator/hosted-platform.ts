import type { Instant } from "#campaign/campaign.ts";
import type { Provider } from "#providers/provider.ts";
import type { SimulatedAnswer, SimulatedRequest, Simulation } from "#providers/simulation.ts";
import { responseOf } from "./answer.ts";
import { type FaultBoard, isDataFault } from "./fault.ts";
import { faultyAnswer } from "./faulty-answer.ts";
import { createRateLimit } from "./rate-limit.ts";
import { signerOf } from "./signer.ts";
import type { World } from "./world.ts";

export type Platform = { provider: Pick<Provider, "id" | "auth">; simulation: Simulation };

type Options = Platform & {
  world: World;
  faults: FaultBoard;
  /** The world's time, and the one signatures expire by. */
  now(): Instant;
  signedNow(): Instant;
  /** Of each account. */
  requestsPerMinute: number;
};

/** A platform's part over HTTP below its path: credentials, rate limit, and the faults in force. */
export function hostPlatform(options: Options): (incoming: Request) => Promise<Response> {
  const { provider, simulation, world, faults, now, signedNow } = options;
  const limit = createRateLimit(options.requestsPerMinute);

  async function answer(incoming: Request): Promise<Response> {
    const signer = await signerOf(provider.auth, simulation.accounts, incoming.headers, signedNow());
    const request = { ...(await requestOf(incoming, provider.id)), signer };
    const account = simulation.authorise(request);
    if (account === undefined) return responseOf(simulation.error(401));
    const wait = limit.waitFor(account.name, now());
    if (wait > 0) return responseOf(simulation.error(429), { "retry-after": String(Math.ceil(wait / 1_000)) });

    const fault = faults.take({ provider: provider.id, campaign: simulation.campaignOf(request) });
    if (fault === undefined) return responseOf(simulation.answer(request, world.at(now(), account)));
    const seen = world.at(fault.fault === "old-answer" ? now() - fault.milliseconds : now(), account);
    const whole = unconditional(request);
    const played = isDataFault(fault) ? simulation.answerWithFault?.(whole, seen, fault) : undefined;
    const good: SimulatedAnswer = played ?? simulation.answer(whole, seen);
    return good.status >= 400 ? responseOf(good) : faultyAnswer(fault, good, (status) => simulation.error(status), incoming.signal);
  }

  return (incoming) => answer(incoming).catch(() => responseOf(simulation.error(500)));
}

async function requestOf(incoming: Request, id: string): Promise<SimulatedRequest> {
  const { pathname, searchParams } = new URL(incoming.url);
  return {
    method: incoming.method,
    path: pathname.slice(`/${id}`.length) || "/",
    query: Object.fromEntries(searchParams),
    header: (name) => incoming.headers.get(name) ?? undefined,
    body: parsed(await incoming.text()),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A fault changes a whole answer, so none is spared by what the asker has already. */
function unconditional(request: SimulatedRequest): SimulatedRequest {
  return { ...request, header: (name) => (name.toLowerCase() === "if-none-match" ? undefined : request.header(name)) };
}
