import type { Instant } from "#campaign/campaign.ts";
import type { CampaignReading, CampaignSource } from "#providers/provider.ts";
import type { Projection } from "../access/projection.ts";
import type { ConnectionInfo, HeldBack, UpstreamProblem } from "../api.ts";
import type { Cadence, Clock, Connection } from "../ports.ts";
import { backOffMilliseconds } from "./back-off.ts";
import { Calendar } from "./calendar.ts";
import { intervalFor } from "./cadence.ts";
import { CampaignBytes } from "./campaign-bytes.ts";
import { CampaignViews } from "./campaign-views.ts";
import type { ConnectionGate } from "./connection-gate.ts";
import { HeaderReader, type Turn } from "./header-reader.ts";
import type { ListedCalls } from "./columns/listed-calls.ts";
import { CallHistory } from "./history/call-history.ts";
import { isOlder } from "./older-answer.ts";
import { type ReadClock, shortestWait } from "./port.ts";
import { sleep } from "./sleep.ts";
import type { Seen } from "../sighting.ts";
import { isSettled, nextSnapshot, type Snapshot, withOlderIgnored } from "./snapshot.ts";
import type { Tell, Teller } from "./teller.ts";
import { type Failure, problemOf } from "./upstream-problem.ts";

export type Desk = {
  connection: Connection;
  info: ConnectionInfo;
  campaignId: string;
  gate: ConnectionGate;
  /** Campaigns now being looked at on this connection: they share its rate limit. */
  campaignsOnConnection: () => number;
  cadence: Cadence;
  clock: Clock;
  random: () => number;
  /** Names this line of snapshots, for cursors. */
  epoch: string;
  /** Is told what came of each reading. */
  recording?: { sees: (seen: Seen) => void; teller: Teller } | undefined;
};

/** `viewer`: somebody looks at it; `watch`: its history is kept though nobody does. */
export type Asker = "viewer" | "watch";

const unreachableBackOff = { first: 5_000, most: 60_000 };
const notFoundRecheckMilliseconds = 60_000;
const forbiddenRecheckMilliseconds = 5 * 60_000;
const confirmNotFoundMilliseconds = 500;
const fillingMilliseconds = 1_000;
/** How long a poll waits for a fresh read before it answers with the last snapshot. */
const patienceMilliseconds = 2_500;
/** What was read longer ago than this is not shown without waiting for what is being read. */
const recentIntervals = 3;

/** One campaign, whoever looks: reads it when asked and due, keeps the last good snapshot. */
export class CampaignDesk {
  readonly #desk: Desk;
  #snapshot: Snapshot | undefined;
  #calendar: Calendar | undefined;
  #readAt: Instant | undefined;
  #workMilliseconds = 0;
  #problem: UpstreamProblem | undefined;
  #failures = 0;
  #olderInARow = 0;
  #heldBack: HeldBack | undefined;
  #reading: Promise<void> | undefined;
  /** When the reading in progress began, and how long the last one took. */
  #readingSince = 0;
  #readingTook = 0;
  #notBefore = 0;
  readonly #bytes: CampaignBytes;
  /** The calls, as those who ask may see them. */
  readonly views: CampaignViews;
  readonly #source: CampaignSource;
  readonly #history: CallHistory | undefined;
  readonly #header: HeaderReader;
  /** Where the history comes in pages: the campaign's own fields as last read. */
  #own: CampaignReading | undefined;
  /** The last snapshot's history, when it was built and how long that took. */
  #taken = { version: "", at: 0, milliseconds: 0 };
  readonly #tell: Tell | undefined;
  lastAskedAt: Instant;
  /** The same, of viewers alone. */
  lastViewedAt = Number.NEGATIVE_INFINITY;

  constructor(desk: Desk) {
    this.#desk = desk;
    const { connection, gate, clock, random } = desk;
    const source = connection.provider.campaign(desk.campaignId, connection.account);
    this.#source = source;
    this.#bytes = new CampaignBytes(desk.info, source);
    this.views = new CampaignViews(source);
    this.#tell = desk.recording?.teller(source, desk.recording.sees);
    this.#header = new HeaderReader({ source: source.header, connection, clock });
    const interval = (): number => this.#interval(clock.now());
    this.#history = source.calls && new CallHistory({ connection, source: source.calls, reports: source.reports, gate, clock, random, interval });
    this.lastAskedAt = desk.clock.now();
  }

  get snapshot(): Snapshot | undefined {
    return this.#snapshot;
  }

  get calendar(): Calendar | undefined {
    return this.#calendar;
  }

  get isReading(): boolean {
    return this.#reading !== undefined;
  }

  /** Nothing was asked of the platform, or nothing came of it. */
  get isBlank(): boolean {
    return this.#reading === undefined && this.#snapshot === undefined && this.#problem === undefined;
  }

  /**
   * Reads the platform if that is due (or asked for). With something recent to show, only who asked
   * for that or began it waits, and not for ever: of a large campaign a reading takes seconds, and
   * all its viewers would wait with it. The others are told when it should have ended.
   */
  async look(refresh: boolean, asker: Asker = "viewer"): Promise<void> {
    const now = this.#desk.clock.now();
    this.lastAskedAt = now;
    if (asker === "viewer") this.lastViewedAt = now;
    const begins = this.#reading === undefined && this.#isDue(now, refresh) && this.#begin(now);
    const { clock } = this.#desk;
    const enough = this.#snapshot === undefined ? [] : [sleep(clock, patienceMilliseconds)];
    const isRecent = this.#snapshot !== undefined && now - (this.#readAt ?? 0) < recentIntervals * this.#interval(now);
    const waits = begins || refresh || !isRecent;
    if (waits && this.#reading !== undefined) await Promise.race([this.#reading, ...enough]);
    // What does not exist has no history to ask for.
    const first = this.#snapshot && this.#history?.wake();
    // The first page of the history is worth a moment: the call table then has something to show at once.
    if (first !== undefined && this.#history?.listing.total === undefined) await Promise.race([first, sleep(clock, patienceMilliseconds)]);
    this.#takeHistory();
    const trouble = this.problem();
    // What was never read, nor is watched, may be an id that somebody made up.
    if (trouble !== undefined && (this.#snapshot !== undefined || asker === "watch")) this.#desk.recording?.sees({ kind: "unread", at: this.#desk.clock.now(), code: trouble.code });
  }

  /** Stops reading in the background. */
  stop(): void {
    this.#history?.stop();
  }

  /** The problem in force now, of this campaign or its whole connection. */
  problem(): UpstreamProblem | undefined {
    return this.#desk.gate.problem(this.#desk.clock.now()) ?? this.#problem;
  }

  /** Why there is nothing to show. */
  whyNot(): UpstreamProblem | HeldBack | undefined {
    return this.problem() ?? this.#heldBack;
  }

  /** The same, or why its call history cannot be read. */
  trouble(): UpstreamProblem | undefined {
    return this.problem() ?? this.#history?.problem;
  }

  readClock(): ReadClock {
    const now = this.#desk.clock.now();
    const interval = this.#interval(now);
    const due = this.whyNot()?.retryAt ?? Math.max(this.#notBefore, (this.#readAt ?? now) + interval);
    // Pages that fill in are worth asking for before the campaign itself is read again.
    const filling = this.#history?.problem === undefined && this.#history?.listing.complete === false;
    const soonest = filling ? Math.min(due - now, fillingMilliseconds) : due - now;
    const wait = this.#reading === undefined ? soonest : this.#readingSince + this.#readingTook - now;
    return { now, readAt: this.#readAt, nextPollMilliseconds: Math.max(shortestWait({ intervalMilliseconds: interval }), Math.ceil(wait)), intervalMilliseconds: interval, callsReadAt: this.#history?.oldestReadAt };
  }

  /** The campaign answer; `undefined` until something was read. */
  campaignBytes(projection: Projection): { bytes: Uint8Array<ArrayBuffer>; etag: string } | undefined {
    if (this.#snapshot === undefined || this.#calendar === undefined) return undefined;
    return this.#bytes.at(this.#snapshot, this.#calendar, projection, { header: this.problem(), history: this.#history?.problem }, this.#desk.clock.now());
  }

  #isDue(now: Instant, refresh: boolean): boolean {
    if (this.#desk.gate.problem(now) !== undefined || now < this.#notBefore) return false;
    if (this.#problem?.retryAt !== undefined && now < this.#problem.retryAt) return refresh;
    if (this.#readAt === undefined) return true;
    return now - this.#readAt >= (refresh ? 1_000 : this.#interval(now));
  }

  #interval(now: Instant): number {
    const { cadence, gate, campaignsOnConnection } = this.#desk;
    if (this.#snapshot === undefined) return cadence.calling;
    const limits = { leastInterval: gate.leastInterval(campaignsOnConnection(), now), lastReadMilliseconds: this.#workMilliseconds };
    return intervalFor(this.#snapshot.campaign, this.#calendar?.at(now), cadence, limits, now);
  }

  /** Begins a reading where the connection has room for it; `false`: later. */
  #begin(now: Instant): boolean {
    const { gate, clock } = this.#desk;
    if (this.#snapshot === undefined) {
      const leave = gate.extras.begin();
      this.#heldBack = leave === undefined ? gate.extras.heldBack(now) : undefined;
      if (leave === undefined) return false;
      const turn = () => gate.extras.enter(clock);
      this.#read(now, turn().then((may) => (may ? this.#readHeader(turn) : undefined)).finally(leave));
      return true;
    }
    if (!this.#isDue(now, false)) {
      if (!gate.extras.takeNow(now)) return false;
    } else {
      const wait = gate.take(now);
      this.#notBefore = now + wait;
      if (wait > 0) return false;
    }
    this.#read(now, this.#readHeader(() => gate.enter(clock)));
    return true;
  }

  #read(now: Instant, reading: Promise<void>): void {
    this.#readingSince = now;
    this.#reading = reading.finally(() => {
      this.#reading = undefined;
      this.#readingTook = this.#desk.clock.now() - this.#readingSince;
    });
  }

  async #readHeader(turn: Turn): Promise<void> {
    const { gate, clock } = this.#desk;
    const anyway = this.#snapshot !== undefined && !isSettled(this.#snapshot);
    let header = await this.#header.read(anyway, turn);
    if (header?.ok === false && header.failure.code === "not_found" && this.#problem?.code !== "not_found") {
      // Confirmed once: a campaign is not declared gone on a single answer.
      await sleep(clock, confirmNotFoundMilliseconds);
      header = (await turn()) ? await this.#header.read(anyway, turn) : undefined;
    }
    if (header === undefined) return;
    if (!header.ok) return this.#fail(header.failure);
    gate.succeeded();
    this.#desk.connection.observer?.polled("ok");
    const { reading, workMilliseconds } = header;
    if (reading !== undefined) this.#take(reading, header);
    this.#readAt = clock.now();
    this.#problem = undefined;
    this.#failures = 0;
    if (this.#snapshot !== undefined && this.#calendar !== undefined) this.#tell?.(this.#snapshot, this.#calendar, this.#readAt, this.#interval(this.#readAt));
    // Bytes that are known cost nothing to take in, but as much to send as they did.
    if (reading !== undefined) this.#workMilliseconds = workMilliseconds + this.#taken.milliseconds;
  }

  #take(reading: CampaignReading, { bytes, listed }: { bytes: Uint8Array; listed?: ListedCalls | undefined }): void {
    if (this.#snapshot !== undefined && isOlder(this.#snapshot.campaign, reading.campaign, this.#olderInARow)) {
      this.#olderInARow += 1;
      this.#snapshot = withOlderIgnored(this.#snapshot);
      return;
    }
    this.#header.accept(bytes);
    this.#olderInARow = 0;
    this.#build(reading, listed);
  }

  /** The next snapshot, from the campaign's own fields and the history as far as it was read. */
  #build(reading: CampaignReading, listed?: ListedCalls): void {
    const { connection, clock, epoch } = this.#desk;
    const history = this.#history;
    const began = clock.now();
    const version = history?.version ?? "";
    const whole = history === undefined ? reading : withHistory(reading, history);
    this.#snapshot = nextSnapshot(this.#snapshot, { reading: whole, listed, source: this.#source, listing: history?.listing }, began, epoch);
    this.#calendar = new Calendar(reading.campaign, connection);
    const now = clock.now();
    this.#taken = { version, at: now, milliseconds: now - began };
    // Calls that came with the header are columns now; only a header without calls is worth keeping.
    this.#own = history === undefined ? undefined : reading;
  }

  /** Pages that arrived since the last snapshot make the next one, as often as that is cheap. */
  #takeHistory(): void {
    const own = this.#own;
    if (own === undefined || this.#history?.version === this.#taken.version) return;
    const { at, milliseconds } = this.#taken;
    const apart = Math.max(1_000, 10 * milliseconds);
    const isFirst = this.#snapshot?.table?.rows === 0;
    if (isFirst || this.#desk.clock.now() - at >= apart) this.#build(own);
  }

  #fail(failure: Failure): void {
    const { gate, clock } = this.#desk;
    const now = clock.now();
    this.#failures += 1;
    this.#desk.connection.observer?.polled(failure.code);
    const since = this.#problem?.since ?? now;
    this.#problem = gate.failed(failure, now) ?? problemOf(failure, since, now + this.#waitAfter(failure));
  }

  #waitAfter({ code }: Failure): number {
    if (code === "not_found") return notFoundRecheckMilliseconds;
    if (code === "forbidden") return forbiddenRecheckMilliseconds;
    return backOffMilliseconds(this.#failures, unreachableBackOff, this.#desk.random);
  }
}

function withHistory(reading: CampaignReading, history: CallHistory): CampaignReading {
  return { ...reading, calls: history.calls(), setAside: { ...reading.setAside, calls: history.setAside } };
}
