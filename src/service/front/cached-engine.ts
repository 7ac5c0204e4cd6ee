import type { Instant } from "#campaign/campaign.ts";
import type { EngineAnswer, EnginePort, ReadClock } from "../engine/port.ts";
import type { Clock } from "../ports.ts";

/** How long an answer may be given again: the sentence and the hours in it follow the clock by the second. */
const mostMilliseconds = 1_000;
/** Answers kept, and their bytes together: viewers of a campaign mostly ask for the same few windows. */
const mostAnswers = 2_000;
const mostBytes = 64 * 1024 * 1024;

type Kept = { answer: EngineAnswer & { ok: true }; until: Instant };

/**
 * An engine in front of another: the same question asked again within a second is answered from
 * the bytes of the first, and asked at the same time it is asked once. A thousand viewers cost an
 * engine on another thread one question a second.
 */
export class CachedEngine implements EnginePort {
  readonly #engine: EnginePort;
  readonly #clock: Clock;
  readonly #kept = new Map<string, Kept>();
  readonly #asking = new Map<string, Promise<EngineAnswer>>();
  #bytes = 0;

  constructor(engine: EnginePort, clock: Clock) {
    this.#engine = engine;
    this.#clock = clock;
  }

  campaigns: EnginePort["campaigns"] = (...asked) => this.#engine.campaigns(...asked);
  attempts: EnginePort["attempts"] = (...asked) => this.#engine.attempts(...asked);
  csv: EnginePort["csv"] = (...asked) => this.#engine.csv(...asked);

  campaign(connection: string, id: string, refresh: boolean): Promise<EngineAnswer> {
    // Somebody who wants it fresh is never given what is kept.
    if (refresh) return this.#engine.campaign(connection, id, true);
    return this.#answer(JSON.stringify([connection, id]), () => this.#engine.campaign(connection, id, false));
  }

  calls(...[connection, id, query]: Parameters<EnginePort["calls"]>): Promise<EngineAnswer> {
    return this.#answer(JSON.stringify([connection, id, query]), () => this.#engine.calls(connection, id, query));
  }

  #answer(key: string, ask: () => Promise<EngineAnswer>): Promise<EngineAnswer> {
    const now = this.#clock.now();
    const kept = this.#kept.get(key);
    if (kept !== undefined && now < kept.until && now >= kept.answer.clock.now) {
      return Promise.resolve({ ...kept.answer, clock: later(kept.answer.clock, now) });
    }
    const asking = this.#asking.get(key) ?? this.#ask(key, ask);
    this.#asking.set(key, asking);
    return asking;
  }

  async #ask(key: string, ask: () => Promise<EngineAnswer>): Promise<EngineAnswer> {
    try {
      const answer = await ask();
      this.#forget(key);
      if (answer.ok) this.#keep(key, answer);
      return answer;
    } finally {
      this.#asking.delete(key);
    }
  }

  #keep(key: string, answer: EngineAnswer & { ok: true }): void {
    const { now, nextPollMilliseconds } = answer.clock;
    // Whoever comes back when told to finds what was read meanwhile.
    const until = now + Math.min(mostMilliseconds, nextPollMilliseconds / 2);
    this.#kept.set(key, { answer, until });
    this.#bytes += answer.bytes.byteLength;
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= mostAnswers && this.#bytes <= mostBytes) break;
      this.#forget(oldest);
    }
  }

  #forget(key: string): void {
    const kept = this.#kept.get(key);
    if (kept === undefined) return;
    this.#bytes -= kept.answer.bytes.byteLength;
    this.#kept.delete(key);
  }
}

/** The clock of an answer that is given again some moments later. */
function later(clock: ReadClock, now: Instant): ReadClock {
  return { ...clock, now, nextPollMilliseconds: Math.max(500, clock.nextPollMilliseconds - (now - clock.now)) };
}
