import type { CsvAnswer, EnginePort } from "#service/engine/port.ts";

/** A question to an engine by name, as it crosses to its thread. */
export type Question = { [Name in keyof EnginePort]: { ask: Name; args: Parameters<EnginePort[Name]> } }[keyof EnginePort];

/** An iterable cannot cross; its chunks are asked for one by one under the question's id. */
export type CrossingCsv = { ok: true; name: string } | Extract<CsvAnswer, { ok: false }>;

export type ToEngine =
  | ({ kind: "ask"; id: number } & Question)
  /** The next chunk of the export that question `of` began. */
  | { kind: "chunk"; id: number; of: number }
  /** Its reader has had enough. */
  | { kind: "drop"; of: number }
  | { kind: "close" };

/** The answer to message `id`; `failed` names the error without its data. */
export type FromEngine = { id: number; value: unknown } | { id: number; failed: string };
