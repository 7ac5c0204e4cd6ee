import type { Surface } from "#service/access/viewer.ts";
import type { AccessFile } from "./access-schema.ts";
import type { Granted } from "./granted.ts";
import { type HandoffConfiguration, handoffSegment, readHandoff } from "./handoff.ts";
import { isLoopback } from "./listening-address.ts";
import { unknownConnections } from "./scope-connections.ts";
import type { OwnedSecret } from "./secret-owners.ts";
import { readSecret, type SecretReference, type SecretSources } from "./secret.ts";

/** Somebody whose backend may ask for viewer tokens, and what those may hold at most. */
export type Issuer = Granted & { name: string; secret: string; surfaces: Surface[]; maxSeconds: number };

/** What users and groups of a reverse proxy may see. */
export type ProxyGrant = Granted & { users: string[]; groups: string[] };

/** Who may look, its secrets read. */
export type AccessConfiguration =
  | { mode: "open" }
  /** The first secret signs; all verify. */
  | { mode: "token"; secrets: string[]; sessionHours: number; issuers: Issuer[]; handoff?: HandoffConfiguration | undefined }
  | { mode: "proxy"; secret: string; secretHeader: string; userHeader: string; groupsHeader: string; grants: ProxyGrant[] };

/** What else of the configuration decides whether access is safe. */
export type Surroundings = { host: string; hostBy: string; publicOrigin: string | undefined; trustedProxies: readonly string[] };

const fewestBytes = 32;
const fewestDifferent = 10;

/** Reads a secret that must not be guessed. Adds to the mistakes, each naming the key; empty where there are any. */
export function readStrongSecret(key: string, reference: SecretReference, sources: SecretSources, mistakes: string[]): string {
  const reading = readSecret(reference, sources);
  const weakness = reading.ok ? weaknessOf(reading.value) : undefined;
  if (!reading.ok) mistakes.push(`${key} ${reading.mistake}.`);
  else if (weakness !== undefined) mistakes.push(`${key} points to a secret that ${weakness}: put what \`openssl rand -base64 32\` prints there.`);
  return reading.ok ? reading.value : "";
}

/** Reads who may look; whatever is unsafe is a mistake, so that nothing starts with it. */
export function readAccess(file: AccessFile, surroundings: Surroundings, sources: SecretSources, mistakes: string[]): AccessConfiguration {
  const secretAt = (key: string, reference: SecretReference): string => readStrongSecret(key, reference, sources, mistakes);
  mistakes.push(...misplaced(file), ...exposed(file, surroundings));
  if (file.mode === "token") {
    if (file.secrets === undefined) mistakes.push('access.secrets is missing: with access.mode "token" it must be a list of one secret that signs tokens, such as [{"env": "CALLBOARD_SECRET"}].');
    const secrets = (file.secrets ?? []).map((reference, index) => secretAt(`access.secrets[${index}]`, reference));
    const issuers = Object.entries(file.issuers).map(([name, issuer]) => ({ ...issuer, name, secret: secretAt(`access.issuers.${name}.secret`, issuer.secret) }));
    const handoff = file.handoff && readHandoff(file.handoff, sources, secretAt, mistakes);
    return { mode: "token", secrets, sessionHours: file.sessionHours, issuers, handoff };
  }
  if (file.mode === "proxy") {
    if (file.proxySecret === undefined) mistakes.push('access.proxySecret is missing: with access.mode "proxy" it must be the secret that the proxy sends with each request, such as {"env": "PROXY_SECRET"}.');
    if (file.grants === undefined) mistakes.push('access.grants is missing: with access.mode "proxy" it must say what users and groups may see, such as [{"groups": ["sales"], "campaigns": {"acme": ["*"]}}].');
    const secret = file.proxySecret === undefined ? "" : secretAt("access.proxySecret", file.proxySecret);
    const { secretHeader, userHeader, groupsHeader, grants = [] } = file;
    const headers = [secretHeader, userHeader, groupsHeader].map((header) => header.toLowerCase());
    if (new Set(headers).size < headers.length) mistakes.push("access.secretHeader, access.userHeader and access.groupsHeader must be three different headers.");
    return { mode: "proxy", secret, secretHeader, userHeader, groupsHeader, grants };
  }
  return { mode: "open" };
}

/** The secrets of an access mode. */
export function accessSecrets(access: AccessConfiguration): OwnedSecret[] {
  if (access.mode === "proxy") return [{ key: "access.proxySecret", value: access.secret }];
  if (access.mode === "open") return [];
  const { secrets, issuers, handoff } = access;
  const ofHosts = (handoff?.hosts ?? []).flatMap(({ name, key }) => (key.kind === "secret" ? [{ key: `access.handoff.issuers.${name}.secret`, value: key.secret }] : []));
  return [...secrets.map((value) => ({ key: "access.secrets", value })), ...issuers.map(({ name, secret }) => ({ key: `access.issuers.${name}.secret`, value: secret })), ...ofHosts];
}

/** Connections that what is granted names, and that are not `known`; and one whose pages would stand where hosts hand over. */
export function grantsOfUnknown(access: AccessConfiguration, known: readonly string[] | undefined): string[] {
  if (access.mode === "open") return [];
  if (access.mode === "proxy") return access.grants.flatMap(({ campaigns }, index) => unknownConnections(`access.grants[${index}].campaigns`, campaigns, known));
  const hosts = access.handoff?.hosts ?? [];
  const isTaken = hosts.length > 0 && known?.includes(handoffSegment) === true;
  return [
    ...access.issuers.flatMap(({ name, campaigns }) => unknownConnections(`access.issuers.${name}.campaigns`, campaigns, known)),
    ...hosts.flatMap(({ name, campaigns }) => unknownConnections(`access.handoff.issuers.${name}.campaigns`, campaigns, known)),
    ...(isTaken ? [`connections.${handoffSegment} has the name of the address at which access.handoff is asked: give it another.`] : []),
  ];
}

/** Keys of another mode: whoever wrote them believes them to be in force. */
function misplaced({ mode, secrets, issuers, handoff, proxySecret, grants }: AccessFile): string[] {
  const written = { token: { secrets, issuers: Object.keys(issuers).length > 0 ? issuers : undefined, handoff }, proxy: { proxySecret, grants } };
  return (["token", "proxy"] as const)
    .filter((other) => other !== mode)
    .flatMap((other) => Object.entries(written[other]).flatMap(([key, value]) => (value === undefined ? [] : [`access.${key} has no meaning with access.mode "${mode}": leave it out, or write access.mode "${other}".`])));
}

function exposed({ mode }: AccessFile, { host, hostBy, publicOrigin, trustedProxies }: Surroundings): string[] {
  if (mode === "open") {
    return isLoopback(host) ? [] : [`${hostBy} must be 127.0.0.1, ::1 or localhost: with access.mode "open" everyone who reaches another address would see every campaign. To listen there, let in only some with access.mode "token" or "proxy".`];
  }
  if (mode === "proxy" && trustedProxies.length === 0) {
    return ['trustedProxies is missing: with access.mode "proxy" it must list the addresses of the proxy, such as ["10.0.0.7"], since others could name any user.'];
  }
  if (mode === "token" && publicOrigin?.startsWith("http:") === true && !isLoopback(new URL(publicOrigin).hostname)) {
    return ["publicOrigin begins with http://: with access.mode \"token\" it must be an https:// address, since tokens must not travel unencrypted."];
  }
  if (mode === "token" && !isLoopback(host) && publicOrigin?.startsWith("https:") !== true) {
    return [`publicOrigin is missing: on ${host} it must be the https:// address at which people reach Callboard, since tokens must not travel unencrypted.`];
  }
  return [];
}

/** What makes a secret one that can be guessed. */
function weaknessOf(secret: string): string | undefined {
  if (Buffer.byteLength(secret) < fewestBytes) return `has fewer than ${fewestBytes} bytes`;
  if (/change.?me|replace.?(me|this)|example|default|placeholder|your.?secret/i.test(secret)) return "reads like an example";
  if (new Set(secret).size < fewestDifferent) return `has fewer than ${fewestDifferent} different characters`;
  return isMostlyInOrder(secret) ? "is mostly characters in their order" : undefined;
}

/** The alphabet or the digits, forwards or backwards: more than half of the characters are next to the one before. */
function isMostlyInOrder(secret: string): boolean {
  const codes = Buffer.from(secret.toLowerCase());
  const next = codes.filter((code, index) => Math.abs(code - (codes[index - 1] ?? code)) === 1);
  return next.length > codes.length / 2;
}
