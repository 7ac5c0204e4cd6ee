import type { Instant } from "#campaign/campaign.ts";
import type { UpstreamFetch } from "#service/ports.ts";
import type { Sighting } from "#service/sighting.ts";
import type { WebhookConfiguration } from "../configuration/alerts-schema.ts";
import { alerts } from "../store/alerts.ts";
import type { Database } from "../store/database.ts";
import { type CampaignKey, type Observations, observations } from "../store/observations.ts";
import { type Retention, thin } from "../store/thinning.ts";
import { AlertDesk } from "./alert-desk.ts";
import { Deliverer } from "./deliverer.ts";
import { historyAnswer } from "./history-answer.ts";
import type { FromWatch } from "./protocol.ts";
import { observationIn, Recorder } from "./recorder.ts";

type Parts = {
  /** Opens what is kept; asked again a while after it failed, and once it is not in its place any more. */
  open(): Promise<{ database: Database; isInPlace: () => boolean }>;
  retention: Retention;
  webhooks: readonly WebhookConfiguration[];
  /** Where people reach a campaign's page. */
  page: ((key: CampaignKey) => string) | undefined;
  fetch: UpstreamFetch;
  now(): Instant;
  tell(message: FromWatch): void;
};

type Opened = { database: Database; isInPlace: () => boolean; store: Observations; recorder: Recorder; desk: AlertDesk; deliverer: Deliverer };

const reopenMilliseconds = 15_000;
const placeMilliseconds = 5_000;
const thinMilliseconds = 3_600_000;
/** Sightings that wait for a database; more are lost, and what they would have told is told by the next. */
const mostWaiting = 1_000;
/** Answers are shared for this long. */
const answerMilliseconds = 2_000;
const countedMilliseconds = 5_000;

/** Keeps history and answers from it. Whatever becomes of its database, nobody waits for it but who asks for history. */
export class Keeper {
  readonly #parts: Parts;
  #opened: Opened | undefined;
  #opening: Promise<Opened> | undefined;
  #openAt = 0;
  #placeAt = 0;
  #queue: Promise<void> = Promise.resolve();
  #waiting = 0;
  #failure: string | undefined;
  #counts = { kept: 0, lost: 0, toldAt: 0 };
  #thinnedAt = 0;
  readonly #answers = new Map<string, { until: Instant; body: Promise<string | undefined> }>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  saw(sighting: Sighting): void {
    if (this.#waiting >= mostWaiting) return this.#count("lost");
    this.#waiting += 1;
    this.#queue = this.#queue.then(async () => {
      await this.#keep(sighting);
      this.#waiting -= 1;
    });
  }

  forget(connection: string): void {
    this.#queue = this.#queue.then(() => {
      this.#opened?.recorder.forget(connection);
      this.#opened?.desk.forget(connection);
    });
  }

  /** As JSON; `undefined`: it cannot be read now. */
  answer(key: CampaignKey): Promise<string | undefined> {
    const name = JSON.stringify(key);
    const now = this.#parts.now();
    const shared = this.#answers.get(name);
    if (shared !== undefined && now < shared.until) return shared.body;
    for (const [each, { until }] of this.#answers) if (now >= until) this.#answers.delete(each);
    const body = this.#read(key);
    this.#answers.set(name, { until: now + answerMilliseconds, body });
    return body;
  }

  /** Ids of the campaigns that were active when they were last read, as JSON; `undefined`: it cannot be read now. */
  async active(connection: string): Promise<string | undefined> {
    try {
      const { store } = await this.#open();
      return JSON.stringify((await store.lasts(connection)).filter(({ body }) => observationIn(body)?.status.kind === "active").map(({ campaign }) => campaign));
    } catch (error) {
      this.#failed(error);
      return undefined;
    }
  }

  /** Resolves when what it holds is kept, or cannot be. */
  async close(): Promise<void> {
    await this.#queue;
    await this.#opened?.database.destroy();
  }

  async #read(key: CampaignKey): Promise<string | undefined> {
    try {
      const { store, recorder } = await this.#open();
      return JSON.stringify(await historyAnswer({ store, recorder }, key, this.#parts.now()));
    } catch (error) {
      this.#failed(error);
      return undefined;
    }
  }

  async #keep(sighting: Sighting): Promise<void> {
    try {
      const { database, recorder } = await this.#open();
      await recorder.saw(sighting);
      this.#count("kept");
      this.#state(undefined);
      await this.#thin(database);
    } catch (error) {
      this.#count("lost");
      this.#failed(error);
    }
  }

  /** Opened once, by whoever needs it first; tried again a while after that failed. */
  #open(): Promise<Opened> {
    const now = this.#parts.now();
    this.#leaveIfReplaced(now);
    if (this.#opening === undefined || (this.#opened === undefined && now >= this.#openAt)) {
      this.#openAt = Number.POSITIVE_INFINITY;
      this.#opening = this.#openNow().catch((error: unknown) => {
        this.#openAt = this.#parts.now() + reopenMilliseconds;
        throw error;
      });
    }
    return this.#opening;
  }

  /** What is written to a file that was deleted or replaced reaches nobody. */
  #leaveIfReplaced(now: Instant): void {
    if (this.#opened === undefined || now < this.#placeAt) return;
    this.#placeAt = now + placeMilliseconds;
    if (this.#opened.isInPlace()) return;
    this.#state("the database was deleted or replaced; another one is opened in its place");
    void this.#opened.database.destroy();
    this.#opened = undefined;
    this.#opening = undefined;
  }

  async #openNow(): Promise<Opened> {
    const { database, isInPlace } = await this.#parts.open();
    const store = observations(database);
    const { webhooks, page, fetch, now, tell } = this.#parts;
    const desk = new AlertDesk({ store: alerts(database), webhooks, page });
    const deliverer = new Deliverer({ store: alerts(database), webhooks, fetch, now, tried: (outcome) => tell({ kind: "tried", outcome }) });
    const recorder = new Recorder({
      store,
      tells: async (key, situation) => {
        if ((await desk.consider(key, situation, now())) > 0) this.#deliver(deliverer);
      },
    });
    this.#opened = { database, isInPlace, store, recorder, desk, deliverer };
    return this.#opened;
  }

  /** Sends what waits for a webhook; to be called every few seconds. */
  deliver(): void {
    if (this.#opened !== undefined) this.#deliver(this.#opened.deliverer);
  }

  #deliver(deliverer: Deliverer): void {
    deliverer.deliver().catch((error: unknown) => this.#failed(error));
  }

  async #thin(database: Database): Promise<void> {
    const { now, retention } = this.#parts;
    if (now() - this.#thinnedAt < thinMilliseconds) return;
    const isFirst = this.#thinnedAt === 0;
    this.#thinnedAt = now();
    await thin(database, retention, now(), { all: isFirst });
  }

  #failed(error: unknown): void {
    this.#state(error instanceof Error ? error.message : String(error));
  }

  #state(failure: string | undefined): void {
    const isOther = (failure === undefined) !== (this.#failure === undefined);
    this.#failure = failure;
    if (isOther) this.#parts.tell({ kind: "state", failure });
  }

  #count(outcome: "kept" | "lost"): void {
    this.#counts[outcome] += 1;
    const now = this.#parts.now();
    if (now - this.#counts.toldAt < countedMilliseconds) return;
    const { kept, lost } = this.#counts;
    this.#counts = { kept: 0, lost: 0, toldAt: now };
    this.#parts.tell({ kind: "counted", kept, lost });
  }
}
