import { randomUUID } from "node:crypto";
import { type Alert, alertsOf, placeOfAlert, toTell } from "#campaign/alerts.ts";
import { nextOpening, openAt } from "#campaign/calling-windows.ts";
import type { Instant } from "#campaign/campaign.ts";
import type { CampaignEvent } from "#campaign/history/event.ts";
import type { Followed } from "#campaign/history/follow.ts";
import type { Sentence } from "#campaign/sentence.ts";
import { viewerWith } from "#service/access/viewer.ts";
import { keepNewest } from "#service/keep-newest.ts";
import type { Schedule } from "#service/sighting.ts";
import type { WebhookConfiguration } from "../configuration/alerts-schema.ts";
import type { Alerts, Delivery } from "../store/alerts.ts";
import type { CampaignKey } from "../store/observations.ts";
import { alertMessage } from "./alert-message.ts";

/** What is known of a campaign at a sighting. */
export type Situation = {
  name: string;
  sentence: Sentence;
  schedule: Schedule;
  followed: Followed;
  /** The newest first. */
  events: readonly CampaignEvent[];
  /** Whether it was never seen before: what it has come to was not for us to tell. */
  isFirst: boolean;
  /** Whether this process read it at all; if not, this is how others left it. */
  isRead: boolean;
};

type Parts = {
  store: Alerts;
  webhooks: readonly WebhookConfiguration[];
  /** Where people reach a campaign's page, without the parameters; `undefined`: that is not told. */
  page: ((key: CampaignKey) => string) | undefined;
};

/** Campaigns whose alerts are remembered; of others they are read again. */
const mostRemembered = 1_000;

/** Decides what is told of a campaign, and to which webhooks; each alert once until it ended. */
export class AlertDesk {
  readonly #parts: Parts;
  readonly #told = new Map<string, ReadonlySet<string>>();
  readonly #hooks: readonly { hook: WebhookConfiguration; covers: (key: CampaignKey) => boolean }[];

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#hooks = parts.webhooks.map((hook) => {
      const scope = viewerWith({ campaigns: hook.campaigns, surface: "page", numbers: "none", permissions: [] }, { key: hook.name, label: hook.name });
      return { hook, covers: ({ connection, campaign }) => scope.mayRead(connection, campaign) };
    });
  }

  /** How many messages are to be sent because of this. */
  async consider(key: CampaignKey, situation: Situation, now: Instant): Promise<number> {
    // Without a webhook too: one that is configured later is not sent what was over or known by then.
    const name = `${key.connection}/${key.campaign}`;
    const before = this.#told.get(name) ?? (await this.#parts.store.told(key));
    const alerts = inForce(situation, now);
    // Of what it could not read yet a process knows nothing new but that.
    if (!situation.isRead && !alerts.some(({ kind }) => kind === "unreachable")) return 0;
    const isFirst = before === undefined && situation.isFirst;
    const { tell, told } = isFirst ? { tell: [], told: new Set(alerts.map((alert) => alert.key)) } : toTell(alerts, before ?? new Set());
    const deliveries = tell.flatMap((alert) => this.#deliveries(key, alert, situation.name, now));
    if (before === undefined || deliveries.length > 0 || !isSame(before, told)) await this.#parts.store.tell(key, told, deliveries);
    this.#told.delete(name);
    this.#told.set(name, told);
    keepNewest(this.#told, mostRemembered);
    return deliveries.length;
  }

  /** Another host went on with these. */
  forget(connection: string): void {
    for (const name of this.#told.keys()) if (name.startsWith(`${connection}/`)) this.#told.delete(name);
  }

  #deliveries(key: CampaignKey, alert: Alert, name: string, now: Instant): Delivery[] {
    const link = this.#parts.page && linkTo(this.#parts.page(key), alert);
    const wanted = this.#hooks.filter(({ hook, covers }) => covers(key) && hook.kinds.includes(alert.kind));
    return wanted.map(({ hook }) => ({ id: `msg_${randomUUID()}`, hook: hook.name, body: alertMessage(alert, { ...key, name, link }, now), attempts: 0, nextAt: now }));
  }
}

function inForce({ sentence, schedule, followed, events }: Situation, now: Instant): Alert[] {
  const { before, files, trouble } = followed;
  if (before === undefined) return [];
  const { hours, dates } = schedule;
  return alertsOf({
    status: before.status,
    sentence,
    files: (before.files ?? []).map(({ id, kind }) => {
      const known = files.get(id);
      return { id, state: { kind }, stuckSince: known?.told === true ? known.since : undefined };
    }),
    problem: trouble && { code: trouble.code, since: trouble.since },
    events,
    hours: hours && { open: openAt(hours, dates, now) !== undefined, opensAt: nextOpening(hours, dates, now) },
    now,
  });
}

function linkTo(page: string, alert: Alert): string {
  const { panel, failedSince } = placeOfAlert(alert);
  const parameters = failedSince === undefined ? "" : `?group=call&outcome=failed&since=${failedSince}`;
  return `${page}${parameters}${panel === "top" ? "" : `#${panel}`}`;
}

function isSame(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return some.size === others.size && [...some].every((each) => others.has(each));
}
