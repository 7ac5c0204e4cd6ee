import type { Instant } from "#campaign/campaign.ts";
import type { ConnectionInfo, UpstreamProblem } from "../api.ts";
import type { Cadence, Clock, Connection } from "../ports.ts";
import { backOffMilliseconds } from "./back-off.ts";
import { Calendar } from "./calendar.ts";
import { intervalFor } from "./cadence.ts";
import { CampaignBytes } from "./campaign-bytes.ts";
import type { ConnectionGate } from "./connection-gate.ts";
import { digestOf } from "./digest.ts";
import { isOlder } from "./older-answer.ts";
import type { ReadClock } from "./port.ts";
import { parseBody, readUpstream } from "./read-upstream.ts";
import { isSettled, nextSnapshot, type Snapshot, withOlderIgnored } from "./snapshot.ts";
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
};

const unreachableBackOff = { first: 5_000, most: 60_000 };
const notFoundRecheckMilliseconds = 60_000;
const forbiddenRecheckMilliseconds = 5 * 60_000;
const confirmNotFoundMilliseconds = 500;
/** How long a poll waits for a fresh read before it answers with the last snapshot. */
const patienceMilliseconds = 2_500;

/** One campaign, whoever looks: reads it when asked and due, keeps the last good snapshot. */
export class CampaignDesk {
  readonly #desk: Desk;
  #snapshot: Snapshot | undefined;
  #calendar: Calendar | undefined;
  #readAt: Instant | undefined;
  #lastReadMilliseconds = 0;
  #digest = "";
  #problem: UpstreamProblem | undefined;
  #failures = 0;
  #olderInARow = 0;
  #reading: Promise<void> | undefined;
  #notBefore = 0;
  readonly #bytes: CampaignBytes;
  lastAskedAt: Instant;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#bytes = new CampaignBytes(desk.info);
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

  /** Reads the platform if that is due (or asked for); waits for it, but not for ever when there is something to show. */
  async look(refresh: boolean): Promise<void> {
    const now = this.#desk.clock.now();
    this.lastAskedAt = now;
    if (this.#reading === undefined && this.#isDue(now, refresh)) {
      this.#reading = this.#read().finally(() => {
        this.#reading = undefined;
      });
    }
    if (this.#reading === undefined) return;
    await (this.#snapshot === undefined ? this.#reading : Promise.race([this.#reading, sleep(patienceMilliseconds)]));
  }

  /** The problem in force now, of this campaign or its whole connection. */
  problem(): UpstreamProblem | undefined {
    return this.#desk.gate.problem(this.#desk.clock.now()) ?? this.#problem;
  }

  readClock(): ReadClock {
    const now = this.#desk.clock.now();
    const interval = this.#interval(now);
    const due = this.problem()?.retryAt ?? Math.max(this.#notBefore, (this.#readAt ?? now) + interval);
    const wait = this.#reading === undefined ? due - now : patienceMilliseconds;
    return { now, readAt: this.#readAt, nextPollMilliseconds: Math.max(500, Math.ceil(wait)), intervalMilliseconds: interval };
  }

  /** The campaign answer; `undefined` until something was read. */
  campaignBytes(): { bytes: Uint8Array<ArrayBuffer>; etag: string } | undefined {
    if (this.#snapshot === undefined || this.#calendar === undefined) return undefined;
    return this.#bytes.at(this.#snapshot, this.#calendar, this.problem(), this.#desk.clock.now());
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
    const limits = { leastInterval: gate.leastInterval(campaignsOnConnection()), lastReadMilliseconds: this.#lastReadMilliseconds };
    return intervalFor(this.#snapshot.campaign, this.#calendar?.at(now), cadence, limits, now);
  }

  async #read(): Promise<void> {
    const { connection, gate, clock } = this.#desk;
    let wait = gate.take(clock.now());
    if (wait > 0 && this.#snapshot !== undefined) {
      this.#notBefore = clock.now() + wait;
      return;
    }
    for (; wait > 0; wait = gate.take(clock.now())) await sleep(wait);

    const request = connection.provider.campaignRequest(this.#desk.campaignId);
    let body = await readUpstream(connection, request, clock.now());
    if (!body.ok && body.failure.code === "not_found" && this.#problem?.code !== "not_found") {
      // Confirmed once: a campaign is not declared gone on a single answer.
      await sleep(confirmNotFoundMilliseconds);
      body = await readUpstream(connection, request, clock.now());
    }
    const arrived = clock.now();
    if (body.ok) this.#take(body.bytes);
    else this.#fail(body.failure);
    this.#lastReadMilliseconds = clock.now() - arrived;
  }

  #take(bytes: Uint8Array): void {
    const { connection, gate, clock, epoch } = this.#desk;
    const now = clock.now();
    gate.succeeded();
    const digest = digestOf(bytes);
    if (digest !== this.#digest || (this.#snapshot !== undefined && !isSettled(this.#snapshot))) {
      const parsed = parseBody(bytes, connection.provider.readCampaign);
      if (!parsed.ok) return this.#fail(parsed.failure);
      if (this.#snapshot !== undefined && isOlder(this.#snapshot.campaign, parsed.value.campaign, this.#olderInARow)) {
        this.#olderInARow += 1;
        this.#snapshot = withOlderIgnored(this.#snapshot);
      } else {
        this.#snapshot = nextSnapshot(this.#snapshot, parsed.value, now, epoch);
        this.#calendar = new Calendar(this.#snapshot.campaign, connection);
        this.#digest = digest;
        this.#olderInARow = 0;
      }
    }
    this.#readAt = now;
    this.#problem = undefined;
    this.#failures = 0;
  }

  #fail(failure: Failure): void {
    const { gate, clock } = this.#desk;
    const now = clock.now();
    this.#failures += 1;
    const since = this.#problem?.since ?? now;
    this.#problem = gate.failed(failure, now) ?? problemOf(failure, since, now + this.#waitAfter(failure));
  }

  #waitAfter({ code }: Failure): number {
    if (code === "not_found") return notFoundRecheckMilliseconds;
    if (code === "forbidden") return forbiddenRecheckMilliseconds;
    return backOffMilliseconds(this.#failures, unreachableBackOff, this.#desk.random);
  }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
