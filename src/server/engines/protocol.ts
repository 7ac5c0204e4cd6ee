import type { CsvAnswer, EnginePort } from "#service/engine/port.ts";
import type { Sighting } from "#service/sighting.ts";
import type { ThreadVitals } from "./told.ts";

/** What an engine on a thread is asked beside its port. */
export type ThreadPort = EnginePort & { vitals(): Promise<ThreadVitals> };

/** A question to an engine by name, as it crosses to its thread. */
export type Question = { [Name in keyof ThreadPort]: { ask: Name; args: Parameters<ThreadPort[Name]> } }[keyof ThreadPort];

/** An iterable cannot cross; its chunks are asked for one by one under the question's id. */
export type CrossingCsv = { ok: true; name: string } | Extract<CsvAnswer, { ok: false }>;

/** By connection, the campaigns that were active when they were last read. */
export type Formerly = Readonly<Record<string, readonly string[]>>;

export type ToEngine =
  | ({ kind: "ask"; id: number } & Question)
  /** The next chunk of the export that question `of` began. */
  | { kind: "chunk"; id: number; of: number }
  /** Its reader has had enough. */
  | { kind: "drop"; of: number }
  /** From now on campaigns of these connections are read as `watch` says, and of no others. */
  | { kind: "watch"; connections: readonly string[]; formerly: Formerly }
  | { kind: "close" };

/** The answer to message `id`; `failed` names the error without its data. */
export type FromEngine =
  | { id: number; value: unknown }
  | { id: number; failed: string }
  /** What came of a reading. */
  | { sighting: Sighting };
