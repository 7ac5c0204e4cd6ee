import "./zod-without-eval.ts";
import { createService } from "#service/service.ts";
import { version } from "../../package.json" with { type: "json" };
import { demoConnections, ownConnection } from "./connections.ts";
import { explainUnreachable } from "./explain.ts";
import { createHost } from "./host.ts";
import type { ToWorker } from "./protocol.ts";

const demo = demoConnections();

const host = createHost({
  serve: (own) =>
    explainUnreachable(
      createService({
        host: { kind: "browser", version },
        connections: own === undefined ? demo : [ownConnection(own), ...demo],
        clock: { now: Date.now },
      }),
    ),
  post: (message, transfer) => self.postMessage(message, { transfer }),
  origin: self.location.origin,
});

self.addEventListener("message", ({ data }: MessageEvent<ToWorker>) => host.receive(data));
