import type { Configuration } from "../configuration/configuration.ts";
import { unknownConnections } from "../configuration/scope-connections.ts";
import { approve } from "../displays/approval.ts";
import { scopeOf } from "../displays/display-viewers.ts";
import { pairingNotNeeded } from "../displays/pairing-routes.ts";
import type { Database } from "../store/database.ts";
import { displays, type Display } from "../store/displays.ts";
import { pairings } from "../store/pairings.ts";
import { wordScope } from "./campaigns-option.ts";
import { configured, wrongConfiguration } from "./configured.ts";
import { type DisplayOrder, displayUsage, readDisplayOptions } from "./display-options.ts";

/** Approves, lists and revokes displays, in the database of a service that may be running. Resolves with the exit code. */
export async function display(args: readonly string[]): Promise<number> {
  if (args.includes("--help") || args.includes("-h")) {
    console.log(displayUsage);
    return 0;
  }
  const reading = readDisplayOptions(args);
  const configuration = reading.ok ? configured(reading.others) : undefined;
  if (!reading.ok) console.error(reading.mistakes.join("\n"));
  if (!reading.ok || configuration === undefined) return wrongConfiguration;
  const mistakes = mistakesOf(reading.order, configuration);
  if (mistakes.length > 0) {
    console.error(mistakes.join("\n"));
    return wrongConfiguration;
  }
  try {
    const { openRunning } = await import("../store/database.ts");
    const database = await openRunning(configuration.database, { undone: "Nothing was done", again: "try" });
    const refusal = await carryOut(reading.order, database);
    await database.destroy();
    if (refusal !== undefined) console.error(refusal);
    return refusal === undefined ? 0 : 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return wrongConfiguration;
  }
}

function mistakesOf(order: DisplayOrder, { access, connections }: Configuration): string[] {
  if (access.mode === "open") return [pairingNotNeeded];
  return order.kind === "approve" ? unknownConnections("--campaigns", order.request.campaigns, connections?.map(({ name }) => name)) : [];
}

/** Does it, and says so; or gives the sentence why it cannot. */
async function carryOut(order: DisplayOrder, database: Database): Promise<string | undefined> {
  const stored = displays(database, Date.now);
  if (order.kind === "list") {
    const all = await stored.list();
    console.log(all.length === 0 ? "No display is paired." : all.map(lineOf).join("\n"));
    return undefined;
  }
  if (order.kind === "revoke") {
    if (!(await stored.revoke(order.id))) return "No display has this id, or it was revoked already: npm run -s display -- list prints those there are.";
    console.log(`Revoked ${order.id}: within five seconds it shows nothing more.`);
    return undefined;
  }
  const id = await approve(pairings(database, Date.now), order.request);
  if (id === undefined) return "No display waits with this code: compare it with the display's screen, which shows a new one every ten minutes.";
  console.log(`Approved ${order.request.name}: it goes on within five seconds. Revoke it with: npm run display -- revoke ${id}`);
  return undefined;
}

/** One display, its parts separated by tabs. */
function lineOf({ id, name, campaigns, seenAt, revokedAt }: Display): string {
  const at = (instant: number): string => new Date(instant).toISOString();
  const state = revokedAt !== undefined ? `revoked ${at(revokedAt)}` : seenAt === undefined ? "not seen yet" : `last seen ${at(seenAt)}`;
  // What an older version kept may be a scope no more.
  const scope = scopeOf(campaigns);
  return [id, name, scope === undefined ? campaigns : wordScope(scope), state].join("\t");
}
