import { type DestinationStream, pino } from "pino";
import type { LogLevel } from "../configuration/operations-schema.ts";
import { describedError } from "./scrub.ts";

/** What happened to somebody's access. */
export type AccessEvent = "refused" | "ungranted" | "limited" | "signed_in" | "signed_out" | "handed_over" | "minted" | "revoked" | "display_approved" | "display_paired" | "display_revoked";
/** Where an error came up. */
export type Place = "answer" | "engine" | "history" | "process";

type Answered = { requestId: string; route: string; method: string; status: number; milliseconds: number; viewer?: string | undefined };

/** One JSON object a line, of a closed list of events: nobody can write anything else. */
export type Log = {
  /** Whether `answered` writes: what it needs is not worked out for nothing. */
  readonly writesRequests: boolean;
  answered(fields: Answered): void;
  access(event: AccessEvent, fields: { requestId: string; route: string; viewer?: string | undefined; reason?: string | undefined }): void;
  upstream(connection: string, state: string, before: string): void;
  failed(place: Place, error: unknown, requestId?: string): void;
  /** A message was not taken; it is tried again, or given up. */
  webhook(outcome: "failed" | "given_up"): void;
  /** A campaign that `watch` names is not there. */
  missing(connection: string): void;
  /** History is kept again. */
  historyGoesOn(): void;
  /** The process begins to end. */
  draining(): void;
};

const words = /^[a-z_]{1,40}$/;
const number = /^\d+(\.\d+)?$/;
/**
 * The keys a line may have, and the form of their values. Whatever else comes is not written, and a
 * value of another form is written as "…": what a viewer or a platform says has no place here.
 */
const forms: ReadonlyMap<string, RegExp> = new Map([
  ["event", words],
  ["route", /^[\w/:.*-]{1,80}$/],
  ["method", /^[A-Za-z]{1,10}$/],
  ["status", number],
  ["milliseconds", number],
  ["requestId", /^[0-9a-f-]{36}$/],
  ["viewer", /^[0-9a-f]{8}$/],
  // As the configuration's keys are: the operator's own words.
  ["connection", /^[a-z0-9][a-z0-9-]{0,62}$/],
  ["state", words],
  ["before", words],
  ["reason", words],
  ["place", words],
  ["error", /^[A-Za-z ]{1,40}$/],
  ["code", /^[A-Z0-9_]{1,40}$/],
  ["message", /^.{0,200}$/],
  ["at", /^[\w.:-]{1,80}$/],
]);

/** Writes on stderr unless told otherwise; at once, so that the line before the end is not lost. */
export function createLog(level: LogLevel, destination: DestinationStream = pino.destination({ dest: 2, sync: true })): Log {
  const logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }), log: redacted } },
    destination,
  );
  return {
    writesRequests: logger.isLevelEnabled("debug"),
    answered: (fields) => logger.debug({ event: "answered", ...fields }),
    access: (event, fields) => logger.info({ event, ...fields }),
    upstream(connection, state, before) {
      const fields = { event: "upstream", connection, state, before };
      if (state === "ok") logger.info(fields);
      else logger.warn(fields);
    },
    failed: (place, error, requestId) => logger.error({ event: "failed", place, ...describedError(error), requestId }),
    webhook: (state) => logger.warn({ event: "webhook", state }),
    missing: (connection) => logger.warn({ event: "watch", connection, state: "not_found" }),
    historyGoesOn: () => logger.info({ event: "history", state: "ok" }),
    draining: () => logger.info({ event: "draining" }),
  };
}

function redacted(fields: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]: [string, unknown]) => {
      const form = forms.get(key);
      if (form === undefined || value === undefined) return [];
      const fits = (typeof value === "string" || typeof value === "number") && form.test(String(value));
      return [[key, fits ? value : "…"]];
    }),
  );
}
