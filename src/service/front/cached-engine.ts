import type { Instant } from "#campaign/campaign.ts";
import type { Projection } from "../access/projection.ts";
import { type EngineAnswer, type EnginePort, shortestWait } from "../engine/port.ts";
import type { Clock } from "../ports.ts";

/** How long an answer may be given again: the sentence and the hours in it follow the clock by the second. */
const mostMilliseconds = 1_000;
/** How long after that a campaign's answer may be given while a newer one is being worked out. */
const mostLateMilliseconds = 15_000;
/** Answers kept, and their bytes together: viewers of a campaign mostly ask for the same few windows. */
const mostAnswers = 2_000;
const mostBytes = 64 * 1024 * 1024;

type Given = EngineAnswer & { ok: true };
/** `since`: when these bytes were first answered. */
type Kept = { answer: Given; until: Instant; since: Instant };

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

  async campaign(connection: string, id: string, projection: Projection, refresh: boolean): Promise<EngineAnswer> {
    const key = keyOf(connection, id, projection);
    // Somebody who wants it fresh is never given what is kept.
    if (refresh) return this.#ask(key, () => this.#engine.campaign(connection, id, projection, true));
    return this.campaignAtHand(connection, id, projection) ?? this.#shared(key, () => this.#engine.campaign(connection, id, projection, false));
  }

  async calls(...[connection, id, projection, query]: Parameters<EnginePort["calls"]>): Promise<EngineAnswer> {
    // Who saw the campaign change asks for its calls anew, and must not get those from before.
    const since = this.#kept.get(keyOf(connection, id, projection))?.since ?? Number.NEGATIVE_INFINITY;
    const key = keyOf(connection, id, projection, query);
    const now = this.#clock.now();
    const kept = this.#kept.get(key);
    if (isFresh(kept, now) && kept.answer.clock.now > since) return later(kept.answer, now);
    return this.#shared(key, () => this.#engine.calls(connection, id, projection, query), keyOf(key, since));
  }

  /**
   * The campaign's answer where it is kept. While somebody's question is out – the platform is being
   * read – an answer of some seconds ago is given too: nobody waits for a reading that another began.
   */
  campaignAtHand(connection: string, id: string, projection: Projection): Given | undefined {
    const key = keyOf(connection, id, projection);
    const now = this.#clock.now();
    const kept = this.#kept.get(key);
    return isFresh(kept, now, this.#asking.has(key) ? mostLateMilliseconds : 0) ? later(kept.answer, now) : undefined;
  }

  #shared(key: string, ask: () => Promise<EngineAnswer>, question = key): Promise<EngineAnswer> {
    const asking = this.#asking.get(question) ?? this.#ask(key, ask).finally(() => this.#asking.delete(question));
    this.#asking.set(question, asking);
    return asking;
  }

  async #ask(key: string, ask: () => Promise<EngineAnswer>): Promise<EngineAnswer> {
    const answer = await ask();
    const before = this.#kept.get(key);
    this.#forget(key);
    if (!answer.ok) return answer;
    // Unchanged bytes stay the same object, so that what was worked out of them, as gzip, is not again.
    const isUnchanged = before?.answer.etag === answer.etag;
    const given = isUnchanged ? { ...answer, bytes: before.answer.bytes } : answer;
    this.#keep(key, given, isUnchanged ? before.since : answer.clock.now);
    return given;
  }

  #keep(key: string, answer: Given, since: Instant): void {
    const { now, nextPollMilliseconds } = answer.clock;
    // Whoever comes back when told to finds what was read meanwhile.
    const until = now + Math.min(mostMilliseconds, nextPollMilliseconds / 2);
    this.#kept.set(key, { answer, until, since });
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

function keyOf(...asked: unknown[]): string {
  return JSON.stringify(asked);
}

/** A clock set back keeps nothing. */
function isFresh(kept: Kept | undefined, now: Instant, lateMilliseconds = 0): kept is Kept {
  return kept !== undefined && now < kept.until + lateMilliseconds && now >= kept.answer.clock.now;
}

/** An answer that is given again some moments later. */
function later(answer: Given, now: Instant): Given {
  const { clock } = answer;
  return { ...answer, clock: { ...clock, now, nextPollMilliseconds: Math.max(shortestWait(clock), clock.nextPollMilliseconds - (now - clock.now)) } };
}
