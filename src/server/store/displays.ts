import type { Selectable } from "kysely";
import type { Database } from "./database.ts";
import { digestOf } from "./digest.ts";
import type { Tables } from "./tables.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
/** A display that was off for longer is paired again. */
const lifeMilliseconds = 90 * day;
const rotatedEveryMilliseconds = day;
/** Browsers write cookies to disk after half a minute at the latest: what was used for so long survives a power cut. */
const settledMilliseconds = 10 * minute;
const seenEveryMilliseconds = minute;

/** Times are epoch milliseconds; `campaigns` is a scope as JSON. */
export type Display = { id: string; name: string; campaigns: string; createdAt: number; seenAt: number | undefined; revokedAt: number | undefined };

/** A display by the credential it shows. `isDue`: it is time for another one. */
export type ShownDisplay = { display: Display; isDue: boolean };

export type Displays = {
  /** All that are not over, those revoked too; the oldest first. */
  list(): Promise<Display[]>;
  /** Whether it was there to be revoked. */
  revoke(id: string): Promise<boolean>;
  /** The first credential of an approved display. Again, and instead, as long as none was used: an answer may be lost. */
  issue(id: string, token: string): Promise<boolean>;
  /** Who shows this credential, which is then known to be in use; `undefined` where it does not count. */
  shown(token: string): Promise<ShownDisplay | undefined>;
  /** Puts a new credential in place of one that is due. Whether it was this call that did: of two at once, one. */
  rotate(token: string, next: string): Promise<boolean>;
};

/**
 * Displays and the digests of their credentials. The credential before the last counts until the last
 * one was used for ten minutes: whatever a display has on disk when its power is cut is taken.
 */
export function displays(database: Database, now: () => number): Displays {
  const find = (digest: string): Promise<Selectable<Tables["display"]> | undefined> =>
    database
      .selectFrom("display")
      .selectAll()
      .where(({ eb, or }) => or([eb("token_digest", "=", digest), eb("previous_digest", "=", digest)]))
      .where("revoked_at", "is", null)
      .where("expires_at", ">", now())
      .executeTakeFirst();

  return {
    async list() {
      const rows = await database.selectFrom("display").selectAll().where("expires_at", ">", now()).orderBy("created_at").orderBy("id").execute();
      return rows.map(displayOf);
    },
    async revoke(id) {
      const changed = await database.updateTable("display").set({ revoked_at: now() }).where("id", "=", id).where("revoked_at", "is", null).where("expires_at", ">", now()).executeTakeFirst();
      return changed.numUpdatedRows === 1n;
    },
    async issue(id, token) {
      const changed = await database
        .updateTable("display")
        .set({ token_digest: digestOf(token), issued_at: now(), expires_at: now() + lifeMilliseconds })
        .where("id", "=", id)
        .where("seen_at", "is", null)
        .where("revoked_at", "is", null)
        .executeTakeFirst();
      return changed.numUpdatedRows === 1n;
    },
    async shown(token) {
      const digest = digestOf(token);
      const row = await find(digest);
      if (row === undefined) return undefined;
      const at = now();
      const isSettled = row.token_digest === digest && row.previous_digest !== null && at - issuedAt(row) > settledMilliseconds;
      if (isSettled || row.seen_at === null || at - row.seen_at > seenEveryMilliseconds) {
        await database.updateTable("display").set({ seen_at: at, ...(isSettled && { previous_digest: null }) }).where("id", "=", row.id).where("issued_at", "=", row.issued_at).execute();
      }
      return { display: { ...displayOf(row), seenAt: at }, isDue: isDue(row, digest, at) };
    },
    async rotate(token, next) {
      const digest = digestOf(token);
      const row = await find(digest);
      const at = now();
      if (row === undefined || !isDue(row, digest, at)) return false;
      const changed = await database
        .updateTable("display")
        .set({ token_digest: digestOf(next), previous_digest: digest, issued_at: at, expires_at: at + lifeMilliseconds })
        .where("id", "=", row.id)
        .where("issued_at", "=", row.issued_at)
        .where("revoked_at", "is", null)
        .executeTakeFirst();
      return changed.numUpdatedRows === 1n;
    },
  };
}

/** Daily; and for a display that still comes with the one before, since the last never got to it. */
function isDue(row: Selectable<Tables["display"]>, digest: string, at: number): boolean {
  return at - issuedAt(row) > (row.token_digest === digest ? rotatedEveryMilliseconds : settledMilliseconds);
}

function issuedAt({ issued_at: at }: Pick<Tables["display"], "issued_at">): number {
  return at ?? 0;
}

function displayOf({ id, name, campaigns, created_at: createdAt, seen_at: seenAt, revoked_at: revokedAt }: Selectable<Tables["display"]>): Display {
  return { id, name, campaigns, createdAt, seenAt: seenAt ?? undefined, revokedAt: revokedAt ?? undefined };
}
