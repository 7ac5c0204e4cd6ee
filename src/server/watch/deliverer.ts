import type { Instant } from "#campaign/campaign.ts";
import type { UpstreamFetch } from "#service/ports.ts";
import type { WebhookConfiguration } from "../configuration/alerts-schema.ts";
import type { Alerts, Delivery } from "../store/alerts.ts";
import { nextTry, send } from "./webhook.ts";

type Parts = {
  store: Alerts;
  webhooks: readonly WebhookConfiguration[];
  fetch: UpstreamFetch;
  now(): Instant;
  /** Is told what came of each try. */
  tried(outcome: "sent" | "failed" | "given_up"): void;
};

const mostAtOnce = 20;
/** Longer than any try takes: whoever claimed it and ended meanwhile has not sent it. */
const claimMilliseconds = 60_000;

/** Sends what is to be sent, each message until it is taken or given up. */
export class Deliverer {
  readonly #parts: Parts;
  readonly #hooks: ReadonlyMap<string, WebhookConfiguration>;
  #round: Promise<void> | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#hooks = new Map(parts.webhooks.map((hook) => [hook.name, hook]));
  }

  /** Sends what is due now. One round at a time. */
  deliver(): Promise<void> {
    this.#round ??= this.#deliver().finally(() => {
      this.#round = undefined;
    });
    return this.#round;
  }

  async #deliver(): Promise<void> {
    const { store, now } = this.#parts;
    const due = await store.due(now(), mostAtOnce);
    await Promise.all(due.map((delivery) => this.#try(delivery)));
  }

  async #try(delivery: Delivery): Promise<void> {
    const { store, fetch, now, tried } = this.#parts;
    if (!(await store.claim(delivery, now() + claimMilliseconds))) return;
    const hook = this.#hooks.get(delivery.hook);
    // A webhook that is configured no more wants nothing more.
    if (hook === undefined) return store.settle(delivery.id, undefined);
    if (await send(fetch, hook, delivery, now())) {
      tried("sent");
      return store.settle(delivery.id, undefined);
    }
    const attempts = delivery.attempts + 1;
    const nextAt = nextTry(attempts, now());
    tried(nextAt === undefined ? "given_up" : "failed");
    return store.settle(delivery.id, nextAt === undefined ? undefined : { attempts, nextAt });
  }
}
