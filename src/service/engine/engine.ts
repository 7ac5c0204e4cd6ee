import type { Projection } from "../access/projection.ts";
import type { CallsQuery } from "../api.ts";
import { type Cadence, type Clock, type Connection, defaultCadence } from "../ports.ts";
import { infoOf } from "../connection-info.ts";
import type { Sighting } from "../sighting.ts";
import { hasEnded } from "#campaign/status.ts";
import { type Asker, CampaignDesk } from "./campaign-desk.ts";
import { CampaignList } from "./campaign-list.ts";
import { ConnectionGate } from "./connection-gate.ts";
import { digestOf } from "./digest.ts";
import type { Teller } from "./teller.ts";
import { type Vitals, vitalsOf } from "./vitals.ts";
import { watch, type Watched } from "./watching.ts";
import type { CsvAnswer, EngineAnswer, EnginePort, ListQuestion, ListResult, NoAnswer, ReadClock } from "./port.ts";

export type EngineOptions = {
  connections: Connection[];
  clock: Clock;
  cadence?: Cadence | undefined;
  random?: (() => number) | undefined;
  /** `sees` is told what came of each reading of a campaign. */
  recording?: { sees: (sighting: Sighting) => void; teller: Teller } | undefined;
};

/** How often a campaign is read that is watched and nobody looks at. */
const watchMilliseconds = 60_000;

/** Campaigns nobody asked for are forgotten after this long; they are read again when asked. */
const forgetAfterMilliseconds = 15 * 60_000;
/** Those that were never read are remembered for as long as their problem is not looked at again, and only so many. */
const forgetUnreadAfterMilliseconds = 5 * 60_000;
const mostUnread = 200;

/** Reads campaigns when someone looks, and answers in bytes. It knows nothing of HTTP routes or viewers. */
export class Engine implements EnginePort {
  readonly #options: EngineOptions;
  readonly #connections: ReadonlyMap<string, Connection>;
  readonly #gates = new Map<string, ConnectionGate>();
  readonly #lists = new Map<string, CampaignList>();
  readonly #desks = new Map<string, CampaignDesk>();
  readonly #random: () => number;

  constructor(options: EngineOptions) {
    this.#options = options;
    this.#connections = new Map(options.connections.map((connection) => [connection.name, connection]));
    this.#random = options.random ?? Math.random;
    const now = options.clock.now();
    for (const connection of options.connections) {
      const gate = new ConnectionGate(connection, now, this.#random);
      this.#gates.set(connection.name, gate);
      this.#lists.set(connection.name, new CampaignList(connection, gate, options.clock));
    }
  }

  async campaigns(connection: string, question: ListQuestion): Promise<ListResult> {
    return known(this.#lists, connection).answer(question);
  }

  async campaign(connection: string, id: string, projection: Projection, refresh: boolean): Promise<EngineAnswer> {
    const desk = await this.#look(connection, id, refresh);
    const answer = desk.campaignBytes(projection);
    return answer === undefined ? notRead(desk) : { ok: true, ...answer, clock: desk.readClock() };
  }

  async calls(connection: string, id: string, projection: Projection, query: CallsQuery): Promise<EngineAnswer> {
    const desk = await this.#look(connection, id, false);
    const table = desk.snapshot?.table;
    return table === undefined ? notRead(desk) : answered(desk, await desk.views.calls(table, query, desk.calendar, projection));
  }

  /** `undefined` in place of an answer: the campaign holds no such call. */
  async attempts(connection: string, id: string, projection: Projection, callId: string): Promise<EngineAnswer | undefined> {
    const desk = await this.#look(connection, id, false);
    const table = desk.snapshot?.table;
    if (table === undefined) return notRead(desk);
    const attempts = await desk.views.attempts(table, callId, projection);
    return attempts === undefined ? undefined : answered(desk, attempts);
  }

  async csv(connection: string, id: string, projection: Projection, query: CallsQuery): Promise<CsvAnswer> {
    const desk = await this.#look(connection, id, false);
    const { snapshot } = desk;
    if (snapshot?.table === undefined) return { ok: false, problem: notRead(desk).problem };
    return { ok: true, chunks: desk.views.csv(snapshot.table, query, desk.calendar, projection), name: snapshot.campaign.name };
  }

  /** Reads campaigns of a connection though nobody looks, until the signal. */
  watch(connection: string, watched: Watched, ending: AbortSignal, formerly: readonly string[] = []): Promise<void> {
    const active = async (): Promise<string[] | undefined> => {
      const listed = await this.campaigns(connection, { all: true });
      return listed.ok ? listed.page.campaigns.filter(({ status }) => status.kind === "active").map(({ id }) => id) : undefined;
    };
    const look = async (id: string): Promise<boolean> => {
      const { snapshot } = await this.#look(connection, id, false, "watch");
      return snapshot === undefined || !hasEnded(snapshot.campaign.status);
    };
    return watch({ watched, formerly, clock: this.#options.clock, everyMilliseconds: watchMilliseconds, active, look }, ending);
  }

  async #look(connection: string, id: string, refresh: boolean, asker: Asker = "viewer"): Promise<CampaignDesk> {
    const key = `${connection}/${id}`;
    let desk = this.#desks.get(key);
    if (desk === undefined) {
      this.#forget();
      desk = this.#newDesk(connection, id);
      this.#desks.set(key, desk);
    }
    await desk.look(refresh, asker);
    // Of what was not asked of the platform there is nothing to remember.
    if (desk.isBlank && this.#desks.get(key) === desk) this.#desks.delete(key);
    return desk;
  }

  /** Campaigns held in memory, those that could not be read among them. */
  get size(): number {
    return this.#desks.size;
  }

  /** How each connection is doing. */
  vitals(): Vitals[] {
    const now = this.#options.clock.now();
    return [...this.#connections.keys()].map((name) => {
      const desks = [...this.#desks].filter(([key]) => key.startsWith(`${name}/`)).map(([, desk]) => desk);
      return vitalsOf(name, desks, known(this.#gates, name).problem(now), now);
    });
  }

  /** Ends what is read in the background. */
  stop(): void {
    for (const desk of this.#desks.values()) desk.stop();
  }

  #newDesk(name: string, campaignId: string): CampaignDesk {
    const { clock, cadence = defaultCadence, recording } = this.#options;
    const connection = known(this.#connections, name);
    const gate = known(this.#gates, name);
    return new CampaignDesk({
      connection,
      info: infoOf(connection),
      campaignId,
      gate,
      campaignsOnConnection: () => this.#active(name),
      cadence,
      clock,
      random: this.#random,
      epoch: Math.floor(this.#random() * 2 ** 40).toString(36),
      recording: recording && { ...recording, sees: (seen) => recording.sees({ connection: name, campaign: campaignId, seen }) },
    });
  }

  /**
   * Campaigns on show share the rate limit, and those that are watched beside them, which are read more
   * seldom; what was never read has no polls to share it with.
   */
  #active(connectionName: string): number {
    const { clock, cadence = defaultCadence } = this.#options;
    const since = clock.now() - 60_000;
    let count = 0;
    for (const [key, { snapshot, lastViewedAt, lastAskedAt }] of this.#desks) {
      if (!key.startsWith(`${connectionName}/`) || snapshot === undefined) continue;
      if (lastViewedAt >= since) count += 1;
      else if (lastAskedAt >= since - watchMilliseconds) count += cadence.calling / watchMilliseconds;
    }
    return count;
  }

  #forget(): void {
    const now = this.#options.clock.now();
    const unread: string[] = [];
    for (const [key, { lastAskedAt, isReading, snapshot }] of this.#desks) {
      if (isReading) continue;
      if (now - lastAskedAt > (snapshot === undefined ? forgetUnreadAfterMilliseconds : forgetAfterMilliseconds)) this.#desks.delete(key);
      else if (snapshot === undefined) unread.push(key);
    }
    for (const key of unread.slice(0, Math.max(0, unread.length - mostUnread))) this.#desks.delete(key);
  }
}

function known<T>(byName: ReadonlyMap<string, T>, name: string): T {
  const value = byName.get(name);
  if (value === undefined) throw new Error(`No connection ${name} in this engine`);
  return value;
}

function answered(desk: CampaignDesk, value: unknown): EngineAnswer {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return { ok: true, bytes, etag: `"${digestOf(bytes)}"`, clock: desk.readClock() };
}

function notRead(desk: CampaignDesk): { ok: false; problem: NoAnswer; clock: ReadClock } {
  const clock = desk.readClock();
  const problem = desk.whyNot() ?? {
    code: "not_found" as const,
    status: undefined,
    detail: "The platform reports no call history for this campaign",
    since: clock.now,
    retryAt: undefined,
  };
  return { ok: false, problem, clock };
}
