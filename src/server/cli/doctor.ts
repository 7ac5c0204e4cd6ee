import { operator } from "#service/access/viewer.ts";
import type { Connection, Service } from "#service/ports.ts";
import { createService } from "#service/service.ts";
import { z } from "zod";
import { openConnections } from "../connections.ts";
import { version } from "../version.ts";
import { configured, wrongConfiguration } from "./configured.ts";

/**
 * Tries each connection's credential and the campaigns that `watch` names, and says what it found. Resolves
 * with 1 where any failed. `--campaign ID` names the campaign to try where an account has no list of them.
 */
export async function doctor(args: readonly string[]): Promise<number> {
  const { campaign, others } = takeCampaign(args);
  if (campaign === "") {
    console.error("--campaign is missing its value: write --campaign ID.");
    return wrongConfiguration;
  }
  const configuration = configured(others);
  if (configuration === undefined) return wrongConfiguration;
  const { connections, close } = openConnections(configuration);
  const watchedOf = ({ name }: Connection): readonly string[] => {
    const watched = configuration.watch[name];
    return watched === undefined || watched === "active" ? [] : watched;
  };
  const findings = await Promise.all(connections.map((connection) => examine(connection, campaign, watchedOf(connection))));
  for (const { line } of findings) console.log(line);
  console.log(summary(findings));
  await close();
  return findings.some(({ well }) => well === false) ? 1 : 0;
}

/** The server's own options know no campaign, so it is taken out of them; empty where its value is missing. */
function takeCampaign(args: readonly string[]): { campaign: string | undefined; others: string[] } {
  const at = args.findIndex((arg) => arg === "--campaign" || arg.startsWith("--campaign="));
  if (at === -1) return { campaign: undefined, others: [...args] };
  const [, written] = (args[at] ?? "").split(/=(.*)/s);
  return { campaign: written ?? args[at + 1] ?? "", others: args.filter((_, index) => index !== at && (written !== undefined || index !== at + 1)) };
}

function summary(findings: readonly Finding[]): string {
  const failed = findings.filter(({ well }) => well === false).length;
  const worked = findings.filter(({ well }) => well === true).length;
  if (failed > 0) return `${failed} of ${findings.length} connections need mending.`;
  if (worked === findings.length) return "Every connection works.";
  return worked === 0 ? "No connection was tried." : `${worked} of ${findings.length} connections were tried, and work.`;
}

const Listed = z.object({ total: z.number() });
const Problem = z.object({ code: z.string(), detail: z.string() });

/** `well` is `undefined` where nothing could be tried. */
type Finding = { well: boolean | undefined; line: string };

/** One read of the campaign list, or of a campaign where there is none, and of each that is watched, through the same service that viewers ask. */
async function examine(connection: Connection, asked: string | undefined, watched: readonly string[]): Promise<Finding> {
  const { name, label, provider, baseUrl } = connection;
  const place = `${name} (${label}, ${provider.name} at ${baseUrl})`;
  const lists = provider.lists(connection.account).length > 0;
  const campaign = asked ?? (lists ? undefined : watched[0]);
  if (!lists && campaign === undefined) {
    return { well: undefined, line: `– ${place}: not tried: this account has no list of campaigns. Write --campaign ID to try the credential with one of its campaigns.` };
  }
  const service = createService({ host: { kind: "node", version }, connections: [connection], clock: Date });
  const response = await read(service, name, lists ? undefined : campaign);
  const body: unknown = await response.json();
  const missing = response.ok ? await missingOf(service, name, watched.filter((id) => lists || id !== campaign)) : [];
  service.stop?.();
  if (missing.length > 0) return { well: false, line: `✗ ${place}: reached; the credential is accepted; but it finds no campaign ${missing.join(", ")}. Check watch.${name}.` };
  if (response.ok) return { well: true, line: `✓ ${place}: reached; the credential is accepted; ${lists ? listed(body) : `campaign ${campaign} read`}.` };
  const { code, detail } = Problem.parse(body);
  const mending = code === "not_found" && !lists ? `Check --campaign, and connections.${name}.baseUrl.` : mend(code, name);
  return { well: false, line: `✗ ${place}: ${detail.replace(/\.$/, "")}. ${mending}` };
}

/** The list, or a campaign. */
async function read(service: Service, connection: string, campaign: string | undefined): Promise<Response> {
  const path = `/api/v1/connections/${connection}/campaigns${campaign === undefined ? "" : `/${encodeURIComponent(campaign)}`}`;
  return service.fetch(new Request(`http://127.0.0.1${path}`), operator);
}

/** Those that are not there, or not for this credential to see. */
async function missingOf(service: Service, connection: string, campaigns: readonly string[]): Promise<string[]> {
  const missing: string[] = [];
  for (const campaign of campaigns) {
    const response = await read(service, connection, campaign);
    const code = response.ok ? undefined : Problem.parse(await response.json()).code;
    if (code === "not_found" || code === "forbidden") missing.push(campaign);
  }
  return missing;
}

function listed(body: unknown): string {
  const { total } = Listed.parse(body);
  return `${total} campaign${total === 1 ? "" : "s"} listed`;
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
