import { createHmac, timingSafeEqual } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bytes, startUpstream, type Upstream } from "#service/testing/upstream.ts";
import { unseen } from "#campaign/history/follow.ts";
import type { WebhookConfiguration } from "../configuration/alerts-schema.ts";
import { alertKinds } from "../configuration/alerts-schema.ts";
import { type Alerts, alerts } from "../store/alerts.ts";
import { type Database, openDatabase } from "../store/database.ts";
import { bothDatabases } from "../testing/databases.ts";
import { AlertDesk, type Situation } from "./alert-desk.ts";
import { Deliverer } from "./deliverer.ts";
import { nextTry } from "./webhook.ts";

/* Alerts to a real receiver over HTTP. */
const minute = 60_000;
const secret = Buffer.from("tV9s+Qk2mZx7Lw4eRb1yUc8oPd3fGh6j").toString("base64");
const key = { connection: "acme", campaign: "one" };
/** Tuesday, 10:00 in New York. */
const morning = Date.parse("2026-10-13T14:00:00Z");
const windows = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: "09:00", end: "17:00" }));

const situation = (change: Partial<Situation> = {}): Situation => ({
  name: "Spring renewal",
  sentence: { kind: "calling", closesAt: undefined },
  schedule: { hours: { timeZone: "America/New_York", windows }, dates: { startDate: undefined, endDate: undefined } },
  followed: { ...unseen, before: { at: morning, status: { kind: "active", word: "active" } } },
  events: [],
  isFirst: false,
  isRead: true,
  ...change,
});
const stalled = situation({ sentence: { kind: "stalled", unchangedSince: morning - 30 * minute, closesAt: undefined } });

describe.each(bothDatabases)("kept in %s", (_, emptyPlace) => {
  let receiver: Upstream;
  let database: Database;
  let store: Alerts;
  let now: number;
  beforeEach(async () => {
    receiver = await startUpstream(bytes(204, "", {}));
    database = await openDatabase(await emptyPlace());
    store = alerts(database);
    now = morning;
  });
  afterEach(async () => {
    await database.destroy();
    await receiver.close();
  });
  const hook = (change: Partial<WebhookConfiguration> = {}): WebhookConfiguration => ({ name: "ops", url: `${receiver.baseUrl}/hook`, secret, campaigns: { "*": ["*"] }, kinds: alertKinds, ...change });
  const desk = (...webhooks: WebhookConfiguration[]) => new AlertDesk({ store, webhooks, page: ({ connection, campaign }) => `https://callboard.example/c/${connection}/${campaign}` });
  const tries: string[] = [];
  const deliverer = (...webhooks: WebhookConfiguration[]) => new Deliverer({ store, webhooks, fetch, now: () => now, tried: (outcome) => tries.push(outcome) });

  test("an alert is sent once, signed, with a link to what shows why; it is sent anew once it ended and came again", async () => {
    const told = desk(hook());
    await told.consider(key, situation(), now);
    expect(await told.consider(key, stalled, now)).toBe(1);
    expect(await told.consider(key, stalled, now + minute)).toBe(0);
    await deliverer(hook()).deliver();
    await deliverer(hook()).deliver();
    expect(receiver.requests).toHaveLength(1);
    const [request] = receiver.requests;
    expect(JSON.parse(request?.body ?? "")).toEqual({
      type: "campaign.stalled",
      timestamp: "2026-10-13T14:00:00.000Z",
      text: "Spring renewal: nothing has moved since calls were last seen, though calling hours are open – https://callboard.example/c/acme/one#activity",
      data: { connection: "acme", campaign: "one", name: "Spring renewal", kind: "stalled", key: "stalled", since: "2026-10-13T13:30:00.000Z", link: "https://callboard.example/c/acme/one#activity" },
    });
    const { headers, body = "" } = request ?? {};
    const signed = createHmac("sha256", Buffer.from(secret, "base64")).update([headers?.["webhook-id"], headers?.["webhook-timestamp"], body].join(".")).digest("base64");
    expect(timingSafeEqual(Buffer.from(String(headers?.["webhook-signature"])), Buffer.from(`v1,${signed}`))).toBe(true);
    expect(headers?.["webhook-timestamp"]).toBe(String(morning / 1_000));

    await told.consider(key, situation(), now + 2 * minute);
    expect(await told.consider(key, stalled, now + 3 * minute)).toBe(1);
  });

  test("another process, or another host, tells nothing twice", async () => {
    await desk(hook()).consider(key, situation(), now);
    await desk(hook()).consider(key, stalled, now);
    expect(await desk(hook()).consider(key, stalled, now)).toBe(0);
    await Promise.all([deliverer(hook()).deliver(), deliverer(hook()).deliver()]);
    expect(receiver.requests).toHaveLength(1);
  });

  test("what is not taken is sent again later and later, the same message, and given up after a day", async () => {
    receiver.answer(bytes(503, "", {}));
    const told = desk(hook());
    await told.consider(key, situation(), now);
    await told.consider(key, stalled, now);
    const sender = deliverer(hook());
    await sender.deliver();
    await sender.deliver();
    expect(receiver.requests).toHaveLength(1);
    now += 5_000;
    await sender.deliver();
    expect(receiver.requests).toHaveLength(2);
    expect(new Set(receiver.requests.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    for (let tried = 0; tried < 20; tried += 1) {
      now += 9 * 60 * minute;
      await sender.deliver();
    }
    expect(receiver.requests).toHaveLength(11);
    expect(tries.at(-1)).toBe("given_up");
  });

  test("nobody is told outside calling hours, nor of what a campaign had come to before it was first seen", async () => {
    const evening = morning + 10 * 60 * minute;
    const failed = situation({ followed: { ...unseen, before: { at: morning, status: { kind: "active", word: "active" }, files: [{ id: "f1", kind: "failed" }] } } });
    const told = desk(hook());
    await told.consider(key, situation(), evening);
    expect(await told.consider(key, failed, evening)).toBe(0);
    expect(await told.consider(key, failed, morning + 24 * 60 * minute)).toBe(1);
    expect(await desk(hook()).consider({ ...key, campaign: "old" }, { ...failed, isFirst: true }, morning)).toBe(0);
  });

  test("who takes over while the platform is away tells that, and of nothing else that it has ended or begun", async () => {
    await desk(hook()).consider(key, stalled, now);
    const next = desk(hook());
    const takenOver = (since: number) => situation({ isRead: false, followed: { ...situation().followed, trouble: { since, code: "server_error", told: false } } });
    expect(await next.consider(key, takenOver(now), now + minute)).toBe(0);
    expect(await next.consider(key, takenOver(now), now + 2 * minute)).toBe(1);
    expect(await next.consider(key, stalled, now + 3 * minute)).toBe(0);
  });

  test("a webhook configured later is not sent what had begun before it was", async () => {
    const finished = situation({ followed: { ...unseen, before: { at: morning, status: { kind: "completed", word: "completed" } } } });
    await desk().consider(key, situation(), now);
    await desk().consider(key, finished, now);
    expect(await desk(hook()).consider(key, finished, now + 60 * 24 * 60 * minute)).toBe(0);
  });

  test("a webhook is sent only its campaigns and its kinds", async () => {
    const told = desk(hook(), hook({ name: "others", campaigns: { beta: ["*"] } }), hook({ name: "files", kinds: ["file_failed"] }));
    await told.consider(key, situation(), now);
    expect(await told.consider(key, stalled, now)).toBe(1);
  });
});

test("tries are about a day", () => {
  let at = 0;
  for (let attempts = 1; nextTry(attempts, at) !== undefined; attempts += 1) at = nextTry(attempts, at) ?? 0;
  expect(at / 3_600_000).toBeGreaterThan(20);
  expect(at / 3_600_000).toBeLessThan(30);
});
