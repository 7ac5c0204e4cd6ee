import type { SpentIds } from "../store/spent-ids.ts";
import { sessionOfLink } from "./sessions.ts";

/** The longest that anything signed lasts, with a margin: what is revoked is remembered for so long. */
const rememberedMilliseconds = 400 * 24 * 3_600_000;

/** Revokes what was signed with this id: a token, or a link and the session that began with it. */
export async function revoke(spent: SpentIds, id: string, now: number): Promise<void> {
  await spent.spend(id, now + rememberedMilliseconds);
  await spent.spend(sessionOfLink(id), now + rememberedMilliseconds);
}
