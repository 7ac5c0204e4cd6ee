import { randomUUID } from "node:crypto";
import { revoke } from "../access/revoke.ts";
import { Signer } from "../access/signed.ts";
import type { Configuration } from "../configuration/configuration.ts";
import { spentIds } from "../store/spent-ids.ts";
import { configured, wrongConfiguration } from "./configured.ts";
import { unknownConnections } from "../configuration/scope-connections.ts";
import { readTokenOptions, type TokenOrder, tokenUsage } from "./token-options.ts";

/**
 * Makes a viewer token, or with `--link` a link to sign in with once, or revokes one. The token or
 * link alone goes to standard output, so that a script can take it; what it is goes beside.
 */
export async function token(args: readonly string[]): Promise<number> {
  if (args.includes("--help") || args.includes("-h")) {
    console.log(tokenUsage);
    return 0;
  }
  const reading = readTokenOptions(args);
  if (!reading.ok) {
    console.error(reading.mistakes.join("\n"));
    return wrongConfiguration;
  }
  const configuration = configured(reading.others);
  if (configuration === undefined) return wrongConfiguration;
  if (configuration.access.mode !== "token") {
    console.error(`Tokens count only with access.mode "token"; the configuration says "${configuration.access.mode}".`);
    return wrongConfiguration;
  }
  const unknown = unknownConnections("--campaigns", reading.order.grant.campaigns, configuration.connections?.map(({ name }) => name));
  if (unknown.length > 0 && reading.order.revoke === undefined) {
    console.error(unknown.join("\n"));
    return wrongConfiguration;
  }
  try {
    await (reading.order.revoke === undefined ? make(reading.order, configuration, configuration.access.secrets) : takeBack(reading.order.revoke, configuration));
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return wrongConfiguration;
  }
}

async function make({ kind, label, grant, lifetimeMilliseconds, to }: TokenOrder, configuration: Configuration, secrets: readonly string[]): Promise<void> {
  const id = randomUUID();
  const expiresAt = Date.now() + lifetimeMilliseconds;
  const signed = await new Signer(secrets, Date.now).sign(kind, { id, label, grant, expiresAt });
  const over = new Date(expiresAt).toISOString();
  if (kind === "token") {
    console.log(signed);
    console.error(`Token ${id} for ${label}, until ${over}. Revoke it with: npm run token -- --revoke ${id}`);
    return;
  }
  const { publicOrigin, host, port, basePath } = configuration;
  const origin = publicOrigin ?? `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
  console.log(`${origin}${basePath}sign-in#code=${signed}${to === undefined ? "" : `&to=${encodeURIComponent(to)}`}`);
  console.error(`Link ${id} for ${label}: opens once, until ${over}. Revoke it and what it opened with: npm run token -- --revoke ${id}`);
}

async function takeBack(id: string, { database: place }: Configuration): Promise<void> {
  const { openRunning } = await import("../store/database.ts");
  const database = await openRunning(place, { undone: "Nothing was revoked", again: "revoke" });
  await revoke(spentIds(database, Date.now), id, Date.now());
  await database.destroy();
  console.error(`Revoked ${id}: if it was given out by this Callboard, within five seconds nobody gets in with it.`);
}
