import { Worker } from "node:worker_threads";
import type { CsvAnswer } from "#service/engine/port.ts";
import type { Sighting } from "#service/sighting.ts";
import type { Configuration } from "../configuration/configuration.ts";
import type { CrossingCsv, Formerly, Question, ThreadPort, ToEngine } from "./protocol.ts";

/** The built thread lies beside the built host. */
const builtThread = new URL("./engine-thread.js", import.meta.url);

/** `never`: what returns is the structured clone of our own engine's answer, so whoever asked knows its type. */
type Received = { id: number; value: never } | { id: number; failed: string } | { sighting: Sighting };
type Told = { report: (error: Error) => void; sees?: ((sighting: Sighting) => void) | undefined };
type Waiting = { resolve: (value: never) => void; reject: (error: Error) => void };

/**
 * An engine on a thread of its own, started with the first question. When the
 * thread ends by itself, what was asked rejects and the next question starts a
 * new one: it reads again what it needs.
 */
export class EngineThread implements ThreadPort {
  readonly #configuration: Configuration;
  readonly #threadUrl: URL;
  readonly #report: (error: Error) => void;
  readonly #waiting = new Map<number, Waiting>();
  readonly #sees: (sighting: Sighting) => void;
  #worker: Worker | undefined;
  #watched: Extract<ToEngine, { kind: "watch" }> = { kind: "watch", connections: [], formerly: {} };
  #lastId = 0;

  /** `report` is told of an error that ended the thread, `sees` of what its engine read. */
  constructor(configuration: Configuration, { report, sees = () => {} }: Told, threadUrl = builtThread) {
    this.#sees = sees;
    this.#report = report;
    this.#configuration = configuration;
    this.#threadUrl = threadUrl;
  }

  campaigns: ThreadPort["campaigns"] = (...args) => this.#ask({ ask: "campaigns", args });
  campaign: ThreadPort["campaign"] = (...args) => this.#ask({ ask: "campaign", args });
  calls: ThreadPort["calls"] = (...args) => this.#ask({ ask: "calls", args });
  attempts: ThreadPort["attempts"] = (...args) => this.#ask({ ask: "attempts", args });
  vitals: ThreadPort["vitals"] = () => this.#ask({ ask: "vitals", args: [] });

  async csv(...args: Parameters<ThreadPort["csv"]>): Promise<CsvAnswer> {
    const id = this.#nextId();
    const answer = await this.#send<CrossingCsv>({ kind: "ask", id, ask: "csv", args });
    return answer.ok ? { ...answer, chunks: this.#chunks(id) } : answer;
  }

  /** Whose campaigns are read as `watch` says though nobody asks, here and after the thread began anew. */
  watch(connections: readonly string[], formerly: Formerly): void {
    this.#watched = { kind: "watch", connections, formerly };
    if (connections.length > 0 && this.#worker === undefined) this.#worker = this.#start();
    else this.#post(this.#watched);
  }

  /** Ends the thread after what it is doing. */
  close(): void {
    this.#post({ kind: "close" });
  }

  async *#chunks(of: number): AsyncGenerator<string, void> {
    try {
      for (;;) {
        const chunk = await this.#send<string | undefined>({ kind: "chunk", id: this.#nextId(), of });
        if (chunk === undefined) return;
        yield chunk;
      }
    } finally {
      this.#post({ kind: "drop", of });
    }
  }

  #ask<Answer>(question: Question): Promise<Answer> {
    return this.#send<Answer>({ kind: "ask", id: this.#nextId(), ...question });
  }

  #nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  #send<Answer>(message: Extract<ToEngine, { id: number }>): Promise<Answer> {
    return new Promise<Answer>((resolve, reject) => {
      this.#waiting.set(message.id, { resolve, reject });
      this.#worker ??= this.#start();
      this.#worker.postMessage(message);
    });
  }

  #post(message: ToEngine): void {
    this.#worker?.postMessage(message);
  }

  #start(): Worker {
    const worker = new Worker(this.#threadUrl);
    worker.postMessage(this.#configuration);
    if (this.#watched.connections.length > 0) worker.postMessage(this.#watched);
    worker.on("message", (message: Received) => {
      if ("sighting" in message) return this.#sees(message.sighting);
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if ("failed" in message) waiting?.reject(new Error(message.failed));
      else waiting?.resolve(message.value);
    });
    worker.on("error", this.#report);
    worker.on("exit", () => {
      if (this.#worker === worker) this.#worker = undefined;
      const ended = [...this.#waiting.values()];
      this.#waiting.clear();
      for (const { reject } of ended) reject(new Error("The engine ended before it answered"));
    });
    return worker;
  }
}
