import { parentPort } from "node:worker_threads";
import { Engine } from "#service/engine/engine.ts";
import type { EnginePort } from "#service/engine/port.ts";
import { teller } from "#service/engine/teller.ts";
import type { Configuration } from "../configuration/configuration.ts";
import { openConnections } from "../connections.ts";
import { OpenExports } from "./open-exports.ts";
import { Told } from "./told.ts";
import type { CrossingCsv, Formerly, FromEngine, Question, ToEngine } from "./protocol.ts";

/** One engine on a thread of its own: reads platforms, keeps calls, answers in bytes. */
function run(port: NonNullable<typeof parentPort>, configuration: Configuration): void {
  const { connections, close } = openConnections(configuration);
  const send = (message: FromEngine): void => port.postMessage(message);
  const told = new Told();
  const observed = connections.map((connection) => ({ ...connection, observer: told.observer(connection.name) }));
  const engine = new Engine({ connections: observed, clock: Date, cadence: configuration.cadence, recording: { teller, sees: (sighting) => send({ sighting }) } });
  const watching = new Map<string, AbortController>();
  const watchOnly = (names: readonly string[], formerly: Formerly = {}): void => {
    for (const [name, ending] of watching) {
      if (names.includes(name)) continue;
      ending.abort();
      watching.delete(name);
    }
    for (const name of names) {
      const watched = configuration.watch[name];
      if (watched === undefined || watching.has(name)) continue;
      const ending = new AbortController();
      watching.set(name, ending);
      void engine.watch(name, watched, ending.signal, formerly[name]);
    }
  };
  const exports = new OpenExports();

  const csv = async (id: number, asked: Parameters<EnginePort["csv"]>): Promise<CrossingCsv> => {
    const answer = await engine.csv(...asked);
    if (!answer.ok) return answer;
    exports.begin(id, answer.chunks);
    return { ok: true, name: answer.name };
  };
  const answer = async (id: number, question: Question): Promise<unknown> => {
    switch (question.ask) {
      case "campaigns":
        return engine.campaigns(...question.args);
      case "campaign":
        return engine.campaign(...question.args);
      case "calls":
        return engine.calls(...question.args);
      case "attempts":
        return engine.attempts(...question.args);
      case "csv":
        return csv(id, question.args);
      case "vitals":
        return { connections: engine.vitals(), ...told.take() };
    }
  };
  const reply = async (id: number, value: Promise<unknown>): Promise<void> => {
    send(
      await value.then(
        (settled) => ({ id, value: settled }),
        (error: unknown) => ({ id, failed: error instanceof Error ? error.message : "not an Error" }),
      ),
    );
  };

  port.on("message", (message: ToEngine) => {
    switch (message.kind) {
      case "ask":
        return void reply(message.id, answer(message.id, message));
      case "chunk":
        return void reply(message.id, exports.next(message.of));
      case "drop":
        return exports.end(message.of);
      case "watch":
        return watchOnly(message.connections, message.formerly);
      case "close":
        watchOnly([]);
        engine.stop();
        port.close();
        return void close();
    }
  });
}

const port = parentPort;
// The first message is the configuration.
port?.once("message", (configuration: Configuration) => run(port, configuration));
