import type { Database } from "./database.ts";
import { digestOf } from "./digest.ts";

/** Of all displays together: whoever asks for codes without end fills no disk. */
const mostWaiting = 1_000;

/** How a pairing stands; `over`: nothing is known of it any more, or never was. */
export type PairingState = { kind: "waiting" } | { kind: "approved"; displayId: string } | { kind: "over" };

export type NewDisplay = { id: string; name: string; campaigns: string };

export type Pairings = {
  /** `full`: too many wait already; `taken`: another one waits with this code. Times: epoch milliseconds. */
  begin(pairing: { device: string; code: string; expiresAt: number }): Promise<"begun" | "taken" | "full">;
  /** Whether this code was waiting: it is then approved as this display, and counts no more. */
  approve(code: string, display: NewDisplay): Promise<boolean>;
  state(device: string): Promise<PairingState>;
};

/** Displays that wait for somebody to approve the code they show; kept as digests. */
export function pairings(database: Database, now: () => number): Pairings {
  return {
    async begin({ device, code, expiresAt }) {
      await database.deleteFrom("pairing").where("expires_at", "<=", now()).execute();
      const { waiting } = await database.selectFrom("pairing").select(({ fn }) => fn.countAll<number | string>().as("waiting")).executeTakeFirstOrThrow();
      if (Number(waiting) >= mostWaiting) return "full";
      const added = await database
        .insertInto("pairing")
        .values({ device_digest: digestOf(device), code_digest: digestOf(code), expires_at: expiresAt, display_id: null })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return added.numInsertedOrUpdatedRows === 1n ? "begun" : "taken";
    },
    approve(code, { id, name, campaigns }) {
      return database.transaction().execute(async (transaction) => {
        const at = now();
        const waiting = await transaction
          .selectFrom("pairing")
          .select("expires_at")
          .where("code_digest", "=", digestOf(code))
          .where("display_id", "is", null)
          .where("expires_at", ">", at)
          .executeTakeFirst();
        if (waiting === undefined) return false;
        // Of two that approve at once one finds it waiting.
        const changed = await transaction.updateTable("pairing").set({ display_id: id }).where("code_digest", "=", digestOf(code)).where("display_id", "is", null).executeTakeFirst();
        if (changed.numUpdatedRows !== 1n) return false;
        await transaction.deleteFrom("display").where("expires_at", "<=", at).execute();
        // Until it is collected it lasts no longer than its code.
        const empty = { seen_at: null, revoked_at: null, token_digest: null, issued_at: null, previous_digest: null };
        await transaction.insertInto("display").values({ id, name, campaigns, created_at: at, expires_at: waiting.expires_at, ...empty }).execute();
        return true;
      });
    },
    async state(device) {
      const row = await database.selectFrom("pairing").select("display_id").where("device_digest", "=", digestOf(device)).where("expires_at", ">", now()).executeTakeFirst();
      if (row === undefined) return { kind: "over" };
      return row.display_id === null ? { kind: "waiting" } : { kind: "approved", displayId: row.display_id };
    },
  };
}
