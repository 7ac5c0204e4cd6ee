import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { ConfigurablePlatform } from "#service/configuration/platform-keys.ts";
import { mistakesIn } from "#service/configuration/mistakes.ts";
import { accessSecrets, grantsOfUnknown, readAccess, readStrongSecret } from "./access.ts";
import { readWebhooks } from "./alerts-schema.ts";
import { configurationSchema, type ConfigurationFile } from "./schema.ts";
import type { ConfigurationReading, ConnectionConfiguration } from "./configuration.ts";
import { readDatabaseUrl, unprotected } from "./database-url.ts";
import { readFlags } from "./flags.ts";
import { chooseAddress, isLoopback } from "./listening-address.ts";
import { readConfigurationFile } from "./configuration-file.ts";
import { unknownConnections } from "./scope-connections.ts";
import { sharedSecrets } from "./secret-owners.ts";
import { readSecret, type SecretSources } from "./secret.ts";

export type ConfigurationInput = {
  args: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  directory: string;
  /** The platforms this version knows. */
  platforms: readonly ConfigurablePlatform[];
};

const dayMilliseconds = 24 * 3_600_000;
const defaultFile = "callboard.config.json";

/** Reads flags, environment, file and secrets. Lists every mistake it can find at once. */
export function readConfiguration({ args, env, directory, platforms }: ConfigurationInput): ConfigurationReading {
  const { flags, mistakes } = readFlags(args);
  const named = flags.config ?? (env.CALLBOARD_CONFIG === "" ? undefined : env.CALLBOARD_CONFIG);
  const path = resolve(directory, named ?? defaultFile);
  const schema = configurationSchema(platforms);

  const text = readConfigurationFile(path, named);
  if (!text.ok) return { ok: false, mistakes: [...mistakes, text.mistake] };
  const parsed = schema.safeParse(text.value);
  if (!parsed.success) return { ok: false, mistakes: [...mistakes, ...mistakesIn(parsed.error, schema, text.value)] };

  const file = parsed.data;
  const read = (relative: string): string => readFileSync(resolve(dirname(path), relative), "utf8");
  const chosen = chooseAddress({ flags, env, file });
  mistakes.push(...chosen.mistakes);
  const { basePath, trustedProxies, publicOrigin, pollSeconds } = file;
  const surroundings = { host: chosen.address.host, hostBy: chosen.hostBy, publicOrigin, trustedProxies };
  const access = readAccess(file.access, surroundings, { env, readFile: read }, mistakes);
  const connections = readConnections(file, { env, readFile: read }, mistakes);
  const extraCa = readCertificates(file.extraCa, read, mistakes);
  const proxyUrl = readProxy(file.proxy, { env, readFile: read }, mistakes);
  const metricsSecret = file.metrics && readStrongSecret("metrics.secret", file.metrics.secret, { env, readFile: read }, mistakes);
  const databaseUrl = file.database.url && readDatabaseUrl(file.database.url, { env, readFile: read }, mistakes);
  const webhooks = readWebhooks(file.alerts, { env, readFile: read }, mistakes);
  mistakes.push(...webhooks.flatMap(({ name, campaigns }) => unknownConnections(`alerts.webhooks.${name}.campaigns`, campaigns, connections?.map((each) => each.name))));
  const names = connections?.map(({ name }) => name);
  const tokens = (connections ?? []).map(({ name, token }) => ({ key: `connections.${name}.token`, value: token }));
  mistakes.push(...unknownConnections("watch", Object.fromEntries(Object.keys(file.watch).map((name) => [name, []])), names ?? []));
  mistakes.push(...grantsOfUnknown(access, names), ...sharedSecrets([...accessSecrets(access), { key: "metrics.secret", value: metricsSecret ?? "" }, ...webhooks.map(({ name, secret }) => ({ key: `alerts.webhooks.${name}.secret`, value: secret }))], tokens));
  if (mistakes.length > 0) return { ok: false, mistakes };
  const { logLevel, limits, watch } = file;
  const history = { keptMilliseconds: file.history.keepDays * dayMilliseconds, wholeMilliseconds: file.history.wholeDays * dayMilliseconds };
  const database = databaseUrl === undefined ? { kind: "file" as const, file: resolve(dirname(path), file.database.file ?? "callboard.db") } : { kind: "url" as const, url: databaseUrl };
  const cadence = { calling: 1_000 * pollSeconds.calling, outsideHours: 1_000 * pollSeconds.outsideHours, finished: 1_000 * pollSeconds.finished };
  return {
    ok: true,
    configuration: { ...chosen.address, logLevel, limits, history, watch, webhooks, metricsSecret, access, publicOrigin, database, basePath, trustedProxies, extraCa, proxyUrl, cadence, connections },
    warnings: [...(connections ?? []).flatMap(unencrypted), ...(databaseUrl === undefined ? [] : unprotected(databaseUrl))],
  };
}

function readConnections(file: ConfigurationFile, sources: SecretSources, mistakes: string[]): ConnectionConfiguration[] | undefined {
  if (file.connections === undefined) return undefined;
  return Object.entries(file.connections).map(([name, entry]) => {
    const token = readSecret(entry.token, sources);
    if (!token.ok) mistakes.push(`connections.${name}.token ${token.mistake}.`);
    return {
      name,
      label: entry.label ?? name,
      provider: entry.provider,
      baseUrl: entry.baseUrl,
      token: token.ok ? token.value : "",
      account: entry.account,
      consoleUrl: entry.consoleUrl,
      timeZone: entry.timeZone,
      callingHours: entry.callingHours,
      maxBodyBytes: entry.maxBodyBytes,
      deadlineMilliseconds: entry.deadlineMs,
      frameAncestors: entry.frameAncestors,
      requestsPerMinute: entry.requestsPerMinute,
    };
  });
}

function readCertificates(path: string | undefined, read: (path: string) => string, mistakes: string[]): string | undefined {
  if (path === undefined) return undefined;
  try {
    const pem = read(path);
    if (pem.includes("-----BEGIN CERTIFICATE-----")) return pem;
  } catch {
    // An unreadable file and one without certificates are mended the same way.
  }
  mistakes.push(`extraCa must be the path of a readable PEM file with at least one certificate: ${path} is not.`);
  return undefined;
}

function readProxy(proxy: ConfigurationFile["proxy"], sources: SecretSources, mistakes: string[]): string | undefined {
  if (proxy === undefined || typeof proxy === "string") return proxy;
  const secret = readSecret(proxy, sources);
  if (!secret.ok) mistakes.push(`proxy ${secret.mistake}.`);
  else if (!/^https?:\/\//.test(secret.value) || !URL.canParse(secret.value)) {
    mistakes.push("proxy points to a secret that is no http(s) address: put one such as http://user:password@proxy:3128 there.");
  }
  return secret.ok ? secret.value : undefined;
}

function unencrypted({ name, baseUrl }: ConnectionConfiguration): string[] {
  if (baseUrl === undefined || !baseUrl.startsWith("http:") || isLoopback(new URL(baseUrl).hostname)) return [];
  return [`connections.${name}.baseUrl begins with http://, so the token travels unencrypted: write https:// if the platform has it.`];
}
