import type { Vitals } from "#service/engine/vitals.ts";
import type { UpstreamObserver, UpstreamOutcome } from "#service/ports.ts";

type Request = { connection: string; outcome: UpstreamOutcome; seconds: number };
type Poll = { connection: string; outcome: UpstreamOutcome };

/** What an engine's thread tells when asked: how its connections are, and what they were asked since the last time. */
export type ThreadVitals = { connections: Vitals[]; requests: Request[]; polls: Poll[] };

/** More than a host takes in between two looks; beyond it the oldest are not told. */
const most = 10_000;

/** Keeps what observers are told until somebody takes it. */
export class Told {
  #requests: Request[] = [];
  #polls: Poll[] = [];

  observer(connection: string): UpstreamObserver {
    return {
      requested: (outcome, milliseconds) => keep(this.#requests, { connection, outcome, seconds: milliseconds / 1_000 }),
      polled: (outcome) => keep(this.#polls, { connection, outcome }),
    };
  }

  take(): Pick<ThreadVitals, "requests" | "polls"> {
    const taken = { requests: this.#requests, polls: this.#polls };
    this.#requests = [];
    this.#polls = [];
    return taken;
  }
}

function keep<T>(list: T[], one: T): void {
  list.push(one);
  if (list.length > most) list.shift();
}
