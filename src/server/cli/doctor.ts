import type { Connection } from "#service/ports.ts";
import { createService } from "#service/service.ts";
import { z } from "zod";
import { openConnections } from "../connections.ts";
import { version } from "../version.ts";
import { configured, wrongConfiguration } from "./configured.ts";

/** Tries each connection's credential once and says what it found. Resolves with 1 where any failed. */
export async function doctor(args: readonly string[]): Promise<number> {
  const configuration = configured(args);
  if (configuration === undefined) return wrongConfiguration;
  const { connections, close } = openConnections(configuration);
  const findings = await Promise.all(connections.map(examine));
  for (const { line } of findings) console.log(line);
  const failed = findings.filter(({ well }) => well === false).length;
  const untried = findings.filter(({ well }) => well === undefined).length;
  if (failed > 0) console.log(`${failed} of ${findings.length} connections need mending.`);
  else console.log(untried === 0 ? "Every connection works." : `${findings.length - untried} of ${findings.length} connections were tried, and work.`);
  await close();
  return failed === 0 ? 0 : 1;
}

const Listed = z.object({ total: z.number() });
const Problem = z.object({ code: z.string(), detail: z.string() });

/** `well` is `undefined` where nothing could be tried. */
type Finding = { well: boolean | undefined; line: string };

/** One read of the campaign list, through the same service that viewers ask. */
async function examine(connection: Connection): Promise<Finding> {
  const { name, label, provider, baseUrl } = connection;
  const place = `${name} (${label}, ${provider.name} at ${baseUrl})`;
  if (provider.lists(connection.account).length === 0) {
    return { well: undefined, line: `– ${place}: not tried: this account has no list of campaigns, so open one of its campaigns by id to try the credential.` };
  }
  const service = createService({ host: { kind: "node", version }, connections: [connection], clock: Date });
  const response = await service.fetch(new Request(`http://127.0.0.1/api/v1/connections/${name}/campaigns`));
  if (response.ok) {
    const { total } = Listed.parse(await response.json());
    return { well: true, line: `✓ ${place}: reached; the credential is accepted; ${total} campaign${total === 1 ? "" : "s"} listed.` };
  }
  const { code, detail } = Problem.parse(await response.json());
  return { well: false, line: `✗ ${place}: ${detail.replace(/\.$/, "")}. ${mend(code, name)}` };
}

function mend(code: string, name: string): string {
  switch (code) {
    case "credential_refused":
      return `Put a valid token where connections.${name}.token points.`;
    case "forbidden":
      return "Give the credential the permission to read campaigns.";
    case "not_found":
    case "redirected":
    case "malformed":
      return `Check connections.${name}.baseUrl: something answers there, but not as this platform does.`;
    case "unreachable":
      return `Check connections.${name}.baseUrl, and whether this machine needs "proxy" or "extraCa".`;
    case "timeout":
      return `Try again, or raise connections.${name}.deadlineMs.`;
    case "too_large":
      return `Raise connections.${name}.maxBodyBytes.`;
    default:
      return "Try again later.";
  }
}
