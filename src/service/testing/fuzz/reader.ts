import type { CallsQuery } from "../../api.ts";
import { whole } from "../../access/projection.ts";
import { Engine } from "../../engine/engine.ts";
import { parseStrictCsv } from "../strict-csv.ts";
import { UpstreamProblemJson } from "./answer-parts.ts";
import { AttemptsJson, CallsJson, CampaignJson } from "./answer-schema.ts";
import { faultsOfCampaign, faultsOfView, fitting } from "./answer-faults.ts";
import type { FuzzedPlatform } from "./platforms.ts";
import { VirtualTime } from "./virtual-time.ts";
import { sampleQuery } from "../../engine/calls/testing/sample-calls.ts";

const decoder = new TextDecoder("utf-8", { fatal: true });
const start = Date.parse("2026-11-18T15:00:00Z");
/** So long that every part is due again, and every failure may be tried again. */
const betweenLooksMilliseconds = 6_000;
const mostWindow = 500;

/** Everything asked of an engine at one look: the campaign, all its calls in view and in CSV; and what was wrong with them. */
export type Look = {
  campaign: CampaignJson | undefined;
  calls: CallsJson | undefined;
  csv: string[][];
  faults: string[];
};

/** For tests: an engine that reads one platform on a clock of its own, and holds every answer against what must hold. */
export class Reader {
  readonly time = new VirtualTime(start);
  readonly #engine: Engine;
  readonly #platform: FuzzedPlatform;

  constructor(platform: FuzzedPlatform) {
    this.#platform = platform;
    // A jitter of 0 makes every back-off a second.
    this.#engine = new Engine({ connections: [platform.connection], clock: this.time, cadence: { calling: 5_000, outsideHours: 5_000, finished: 5_000 }, random: () => 0 });
  }

  /** Reads again and asks everything, or the campaign alone; `query` is one question more. */
  async look(query: CallsQuery, what: "everything" | "campaign" = "everything"): Promise<Look> {
    const { connection, campaignId: id } = this.#platform;
    const engine = this.#engine;
    const { time } = this;
    await time.elapse(betweenLooksMilliseconds);
    if (this.#platform.source.calls !== undefined) {
      await time.until(engine.campaign(connection.name, id, whole, true));
      await time.elapse(betweenLooksMilliseconds);
    }
    const answer = await time.until(engine.campaign(connection.name, id, whole, true));
    if (!answer.ok) {
      const faults: string[] = [];
      fitting(UpstreamProblemJson, asJson(answer.problem), faults);
      return { campaign: undefined, calls: undefined, csv: [], faults };
    }
    const json: unknown = JSON.parse(decoder.decode(answer.bytes));
    const faults: string[] = [];
    const campaign = fitting(CampaignJson, json, faults);
    if (campaign === undefined) return { campaign, calls: undefined, csv: [], faults };
    faults.push(...faultsOfCampaign(campaign));
    if (!campaign.calls.reported || what === "campaign") return { campaign, calls: undefined, csv: [], faults };
    const { calls, csv } = await this.#calls(campaign.calls.value, query, faults);
    return { campaign, calls, csv, faults };
  }

  /** A page of the campaign list, or the problem with it; as JSON. */
  async list(search: string | undefined): Promise<unknown> {
    // A list is asked for once in ten seconds.
    await this.time.elapse(2 * betweenLooksMilliseconds);
    return asJson(await this.time.until(this.#engine.campaigns(this.#platform.connection.name, { page: 1, search })));
  }

  stop(): void {
    this.#engine.stop();
  }

  async #calls(counts: { rows: number; numbers: number }, query: CallsQuery, faults: string[]) {
    const all: CallsQuery = { ...wholeQuery, group: query.group };
    const calls = await this.#view(all, faults);
    if (calls !== undefined) faults.push(...faultsOfView(calls, mostWindow, counts));
    const asked = await this.#view(query, faults);
    if (asked !== undefined && (asked.total > counts.rows || asked.rows.length > query.limit)) faults.push(`${asked.rows.length} rows of ${asked.total} fit a question, of ${counts.rows}`);
    const csv = await this.#csv(all, faults);
    if (calls !== undefined && csv.length !== calls.total + 1) faults.push(`CSV of ${csv.length} records for ${calls.total} rows`);
    const [first] = calls?.rows ?? [];
    if (first !== undefined) await this.#attempts(first.id, faults);
    return { calls, csv };
  }

  async #view(query: CallsQuery, faults: string[]): Promise<CallsJson | undefined> {
    const answer = await this.time.until(this.#engine.calls(this.#platform.connection.name, this.#platform.campaignId, whole, query));
    if (!answer.ok) {
      faults.push("a campaign with calls has no view of them");
      return undefined;
    }
    const json: unknown = JSON.parse(decoder.decode(answer.bytes));
    return fitting(CallsJson, json, faults);
  }

  async #csv(query: CallsQuery, faults: string[]): Promise<string[][]> {
    const answer = await this.time.until(this.#engine.csv(this.#platform.connection.name, this.#platform.campaignId, whole, query));
    if (!answer.ok) return [];
    let text = "";
    for await (const chunk of answer.chunks) text += chunk;
    const records = parseStrictCsv(text);
    const width = records[0]?.length;
    if (records.some((record) => record.length !== width)) faults.push("CSV records of unequal width");
    if (records.some((record) => record.some((cell) => /^[=+\-@\t\r\0]/.test(cell) && !/^\+\d+$/.test(cell)))) faults.push("a CSV cell begins like a formula");
    return records;
  }

  async #attempts(callId: string, faults: string[]): Promise<void> {
    const answer = await this.time.until(this.#engine.attempts(this.#platform.connection.name, this.#platform.campaignId, whole, callId));
    if (answer === undefined || !answer.ok) {
      faults.push("a listed call has no attempts");
      return;
    }
    fitting(AttemptsJson, JSON.parse(decoder.decode(answer.bytes)), faults);
  }
}

/** Every call, up to what one window holds. */
export const wholeQuery = sampleQuery({ group: "call", limit: mostWindow });

function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
