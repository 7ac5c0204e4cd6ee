import { parentPort } from "node:worker_threads";
import type { Configuration } from "../configuration/configuration.ts";
import { openInPlace } from "../store/database.ts";
import { outgoingFetch } from "../outgoing-fetch.ts";
import type { CampaignKey } from "../store/observations.ts";
import { Keeper } from "./keeper.ts";
import type { FromWatch, ToWatch } from "./protocol.ts";

const deliverMilliseconds = 5_000;

/** History on a thread of its own: its database may be locked, slow or away, and nobody who reads a campaign waits for it. */
function run(port: NonNullable<typeof parentPort>, configuration: Configuration): void {
  const { database, connections, history, webhooks, publicOrigin, basePath } = configuration;
  const tell = (message: FromWatch): void => port.postMessage(message);
  // Of a demo nothing is left.
  const place = connections === undefined ? ({ kind: "file", file: ":memory:" } as const) : database;
  const outgoing = outgoingFetch(configuration);
  const page = publicOrigin === undefined ? undefined : ({ connection, campaign }: CampaignKey) => `${publicOrigin}${basePath}c/${encodeURIComponent(connection)}/${encodeURIComponent(campaign)}`;
  const keeper = new Keeper({ open: () => openInPlace(place), retention: history, webhooks, page, fetch: outgoing.fetch, now: Date.now, tell });
  const rounds = setInterval(() => keeper.deliver(), deliverMilliseconds);
  port.on("message", (message: ToWatch) => {
    switch (message.kind) {
      case "saw":
        return keeper.saw(message.sighting);
      case "forget":
        return keeper.forget(message.connection);
      case "ask":
        return void keeper.answer(message.key).then((body) => tell({ kind: "answer", id: message.id, body }));
      case "active":
        return void keeper.active(message.connection).then((body) => tell({ kind: "answer", id: message.id, body }));
      case "close":
        clearInterval(rounds);
        void outgoing.close();
        return void keeper.close().finally(() => port.close());
    }
  });
}

const port = parentPort;
// The first message is the configuration.
port?.once("message", (configuration: Configuration) => run(port, configuration));
