import { Worker } from "node:worker_threads";
import type { HistoryPort } from "#service/history-port.ts";
import type { Sighting } from "#service/sighting.ts";
import type { Configuration } from "../configuration/configuration.ts";
import { z } from "zod";
import type { FromWatch, ToWatch } from "./protocol.ts";

/** The built thread lies beside the built host. */
const builtThread = new URL("./watch-thread.js", import.meta.url);
const encoder = new TextEncoder();
const Ids = z.array(z.string());
const answerMilliseconds = 10_000;
const closeMilliseconds = 3_000;

export type Told = {
  counted(kept: number, lost: number): void;
  /** A message to a webhook was tried. */
  tried(outcome: "sent" | "failed" | "given_up"): void;
  /** `undefined`: it goes on. */
  state(failure: string | undefined): void;
  /** The thread ended; the next sighting starts another. */
  failed(error: Error): void;
};

export type WatchPort = HistoryPort & {
  saw(sighting: Sighting): void;
  forget(connection: string): void;
  /** Campaigns that were active when they were last read; none where that cannot be told now. */
  active(connection: string): Promise<readonly string[]>;
  /** Resolves when what it holds is kept, or after a while. */
  close(): Promise<void>;
};

/** The way to the thread that keeps history. It starts with the first message. */
export function startWatch(configuration: Configuration, told: Told, threadUrl = builtThread): WatchPort {
  const waiting = new Map<number, (body: string | undefined) => void>();
  let worker: Worker | undefined;
  let lastId = 0;

  const start = (): Worker => {
    const started = new Worker(threadUrl);
    started.postMessage(configuration);
    started.on("message", (message: FromWatch) => {
      switch (message.kind) {
        case "answer":
          waiting.get(message.id)?.(message.body);
          return waiting.delete(message.id);
        case "counted":
          return told.counted(message.kept, message.lost);
        case "tried":
          return told.tried(message.outcome);
        case "state":
          return told.state(message.failure);
      }
    });
    started.on("error", told.failed);
    started.on("exit", () => {
      if (worker === started) worker = undefined;
      for (const answer of waiting.values()) answer(undefined);
      waiting.clear();
    });
    return started;
  };
  const post = (message: ToWatch): void => {
    worker ??= start();
    worker.postMessage(message);
  };

  const ask = (question: (id: number) => ToWatch): Promise<string | undefined> => {
    lastId += 1;
    const id = lastId;
    return new Promise((resolve) => {
      // A database that hangs keeps nobody waiting.
      const late = setTimeout(() => {
        waiting.delete(id);
        resolve(undefined);
      }, answerMilliseconds);
      waiting.set(id, (answer) => {
        clearTimeout(late);
        resolve(answer);
      });
      post(question(id));
    });
  };

  return {
    saw: (sighting) => post({ kind: "saw", sighting }),
    forget: (connection) => worker && post({ kind: "forget", connection }),
    async active(connection) {
      const body = await ask((id) => ({ kind: "active", id, connection }));
      return body === undefined ? [] : Ids.parse(JSON.parse(body));
    },
    async answer(connection, campaign) {
      const body = await ask((id) => ({ kind: "ask", id, key: { connection, campaign } }));
      return body === undefined ? undefined : encoder.encode(body);
    },
    async close() {
      const ending = worker;
      if (ending === undefined) return;
      const late = setTimeout(() => void ending.terminate(), closeMilliseconds);
      post({ kind: "close" });
      await new Promise((resolve) => ending.once("exit", resolve));
      clearTimeout(late);
    },
  };
}
