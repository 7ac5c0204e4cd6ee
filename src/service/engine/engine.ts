import type { UpstreamProblem } from "../api.ts";
import type { AttemptsAnswer, CallsQuery, ConnectionInfo } from "../api.ts";
import { type Cadence, type Clock, type Connection, defaultCadence } from "../ports.ts";
import { attemptsOf } from "./calls/attempts.ts";
import { csvOf } from "./calls/csv.ts";
import { viewCalls } from "./calls/view.ts";
import { CampaignDesk, type ReadClock } from "./campaign-desk.ts";
import { CampaignList, type ListQuestion, type ListResult } from "./campaign-list.ts";
import { ConnectionGate } from "./connection-gate.ts";
import { digestOf } from "./digest.ts";

export type EngineOptions = { connections: Connection[]; clock: Clock; cadence?: Cadence | undefined; random?: (() => number) | undefined };

/** A serialised answer with the clock of its data, or why there is none. */
export type EngineAnswer =
  | { ok: true; bytes: Uint8Array<ArrayBuffer>; etag: string; clock: ReadClock }
  | { ok: false; problem: UpstreamProblem; clock: ReadClock };

export type CsvAnswer = { ok: true; chunks: Iterable<string>; name: string } | { ok: false; problem: UpstreamProblem };

/** Campaigns nobody asked for are forgotten after this long; they are read again when asked. */
const forgetAfterMilliseconds = 15 * 60_000;

/**
 * Reads campaigns when someone looks, and answers in bytes. It knows nothing of
 * HTTP routes or viewers; questions and answers are plain data, so that an
 * engine can live on another thread than the front.
 */
export class Engine {
  readonly #options: EngineOptions;
  readonly #gates = new Map<string, ConnectionGate>();
  readonly #lists = new Map<string, CampaignList>();
  readonly #desks = new Map<string, CampaignDesk>();
  readonly #random: () => number;

  constructor(options: EngineOptions) {
    this.#options = options;
    this.#random = options.random ?? Math.random;
    const now = options.clock.now();
    for (const connection of options.connections) {
      const gate = new ConnectionGate(connection, now, this.#random);
      this.#gates.set(connection.name, gate);
      this.#lists.set(connection.name, new CampaignList(connection, gate, options.clock));
    }
  }

  async campaigns(connection: Connection, question: ListQuestion): Promise<ListResult> {
    const list = this.#lists.get(connection.name);
    if (list === undefined) throw new Error(`No connection ${connection.name} in this engine`);
    return list.page(question);
  }

  async campaign(connection: Connection, id: string, refresh: boolean): Promise<EngineAnswer> {
    const desk = await this.#look(connection, id, refresh);
    const answer = desk.campaignBytes();
    return answer === undefined ? notRead(desk) : { ok: true, ...answer, clock: desk.readClock() };
  }

  async calls(connection: Connection, id: string, query: CallsQuery): Promise<EngineAnswer> {
    const desk = await this.#look(connection, id, false);
    const table = desk.snapshot?.table;
    return table === undefined ? notRead(desk) : answered(desk, viewCalls(table, query, desk.calendar?.clock));
  }

  /** `undefined` in place of an answer: the campaign holds no such call. */
  async attempts(connection: Connection, id: string, callId: string): Promise<EngineAnswer | undefined> {
    const desk = await this.#look(connection, id, false);
    const table = desk.snapshot?.table;
    if (table === undefined) return notRead(desk);
    const attempts: AttemptsAnswer | undefined = attemptsOf(table, callId);
    return attempts === undefined ? undefined : answered(desk, attempts);
  }

  async csv(connection: Connection, id: string, query: CallsQuery): Promise<CsvAnswer> {
    const desk = await this.#look(connection, id, false);
    const { snapshot } = desk;
    if (snapshot?.table === undefined) return { ok: false, problem: notRead(desk).problem };
    return { ok: true, chunks: csvOf(snapshot.table, query, desk.calendar?.clock), name: snapshot.campaign.name };
  }

  async #look(connection: Connection, id: string, refresh: boolean): Promise<CampaignDesk> {
    const key = `${connection.name}/${id}`;
    let desk = this.#desks.get(key);
    if (desk === undefined) {
      this.#forget();
      desk = this.#newDesk(connection, id);
      this.#desks.set(key, desk);
    }
    await desk.look(refresh);
    return desk;
  }

  #newDesk(connection: Connection, campaignId: string): CampaignDesk {
    const { clock, cadence = defaultCadence } = this.#options;
    const gate = this.#gates.get(connection.name);
    if (gate === undefined) throw new Error(`No connection ${connection.name} in this engine`);
    return new CampaignDesk({
      connection,
      info: infoOf(connection),
      campaignId,
      gate,
      campaignsOnConnection: () => this.#active(connection.name),
      cadence,
      clock,
      random: this.#random,
      epoch: Math.floor(this.#random() * 2 ** 40).toString(36),
    });
  }

  #active(connectionName: string): number {
    const since = this.#options.clock.now() - 60_000;
    let count = 0;
    for (const [key, desk] of this.#desks) if (key.startsWith(`${connectionName}/`) && desk.lastAskedAt >= since) count += 1;
    return count;
  }

  #forget(): void {
    const before = this.#options.clock.now() - forgetAfterMilliseconds;
    for (const [key, desk] of this.#desks) if (desk.lastAskedAt < before && !desk.isReading) this.#desks.delete(key);
  }
}

/** What a viewer may know of a connection: never its credential. */
export function infoOf({ name, label, provider, demo, consoleUrl }: Connection): ConnectionInfo {
  return { name, label, provider: { id: provider.id, name: provider.name, reports: provider.reports }, demo, consoleUrl };
}

function answered(desk: CampaignDesk, value: unknown): EngineAnswer {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return { ok: true, bytes, etag: `"${digestOf(bytes)}"`, clock: desk.readClock() };
}

function notRead(desk: CampaignDesk): { ok: false; problem: UpstreamProblem; clock: ReadClock } {
  const clock = desk.readClock();
  const problem = desk.problem() ?? {
    code: "malformed" as const,
    status: undefined,
    detail: "The platform reports no call history for this campaign",
    since: clock.now,
    retryAt: undefined,
  };
  return { ok: false, problem, clock };
}
