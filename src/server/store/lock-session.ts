import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { connectionSettings } from "./postgres.ts";

/**
 * Locks that last as long as one session with a PostgreSQL database, and notes between those who hold
 * and want them. A session that is over holds nothing, whoever ended it; then every question rejects.
 */
export type LockSession = {
  /** Tries each of these locks, which are not held yet; resolves with those that are from now on. */
  tryAll(keys: readonly string[]): Promise<string[]>;
  release(key: string): Promise<void>;
  /** Tells every session of the database, this one too. */
  tell(note: string): Promise<void>;
  end(): Promise<void>;
};

export type SessionEvents = { onNote: (note: string) => void; onEnd: () => void };

const channel = "callboard_homes";
/** A session whose questions have no answer by then is given up. */
const answerMilliseconds = 3_000;
/** Nobody waits longer for a server that says nothing to see a session end. */
const goodbyeMilliseconds = 1_000;
/** The server gives up a session whose machine is gone 11 s after it heard of it last; not sooner than who held its locks knows. */
const begin = `set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 2; set tcp_keepalives_count = 3; set tcp_user_timeout = 10000; listen ${channel}`;

/** Opens a session of its own: not through a pooler that shares sessions. `onEnd` is called once, where the session ends by itself or by `end`. */
export async function openLockSession(url: string, { onNote, onEnd }: SessionEvents): Promise<LockSession> {
  const client = new Client({ ...connectionSettings(url), query_timeout: answerMilliseconds });
  // What broke it is of no use: it is over.
  client.on("error", () => {});
  client.on("end", onEnd);
  client.on("notification", ({ payload = "" }) => onNote(payload));
  let before: Promise<unknown> = Promise.resolve();
  /** One after the other; one that fails ends the session. */
  const ask = <T>(question: () => Promise<T>): Promise<T> => {
    const answer = before.then(question).catch(async (error: unknown) => {
      void client.end();
      throw error;
    });
    before = answer.catch(() => {});
    return answer;
  };
  await ask(async () => {
    await client.connect();
    await client.query(begin);
  });
  return {
    tryAll: (keys) =>
      ask(async () => {
        const { rows } = await client.query<{ key: string }>("select key::text from unnest($1::bigint[]) as key where pg_try_advisory_lock(key)", [keys]);
        return rows.map(({ key }) => key);
      }),
    release: (key) => ask(async () => void (await client.query("select pg_advisory_unlock($1)", [key]))),
    tell: (note) => ask(async () => void (await client.query("select pg_notify($1, $2)", [channel, note]))),
    end: () => before.then(() => Promise.race([client.end(), sleep(goodbyeMilliseconds, undefined, { ref: false })])),
  };
}
