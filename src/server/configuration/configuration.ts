import type { WebhookConfiguration } from "./alerts-schema.ts";
import type { AccessConfiguration } from "./access.ts";
import type { LogLevel } from "./operations-schema.ts";
import type { WeeklyWindow } from "#campaign/calling-hours.ts";

/** One account on one platform, its secret read. */
export type ConnectionConfiguration = {
  name: string;
  label: string;
  provider: string;
  /** `undefined`: the platform's own address. */
  baseUrl: string | undefined;
  token: string;
  account: Readonly<Record<string, string>>;
  consoleUrl: string | undefined;
  timeZone: string | undefined;
  callingHours: WeeklyWindow[] | undefined;
  maxBodyBytes: number;
  /** Origins that may show its campaigns in a frame. */
  frameAncestors: string[];
  deadlineMilliseconds: number;
  /** `undefined`: as the platform documents. */
  requestsPerMinute: number | undefined;
};

/** Where it keeps what it keeps for itself: an absolute path (or `:memory:`), or the address of a PostgreSQL database, perhaps with a password in it. */
export type DatabasePlace = { kind: "file"; file: string } | { kind: "url"; url: string };

/** All that the Node host is told, checked and complete. */
export type Configuration = {
  host: string;
  /** 0: any free port. */
  port: number;
  /** Begins and ends with a slash. */
  basePath: string;
  access: AccessConfiguration;
  /** The address at which people reach it, where it is told. */
  publicOrigin: string | undefined;
  database: DatabasePlace;
  /** How long observations of campaigns are kept, and how long each of them; milliseconds. */
  history: { keptMilliseconds: number; wholeMilliseconds: number };
  /** Which campaigns of a connection are read though nobody looks: these, or all that are active. */
  watch: Readonly<Record<string, "active" | readonly string[]>>;
  /** Where alerts are sent. */
  webhooks: WebhookConfiguration[];
  logLevel: LogLevel;
  /** What one viewer may ask, in every access mode but `open`. */
  limits: { requestsPerSecond: number; burst: number };
  /** What /metrics is read with; `undefined`: by nobody. */
  metricsSecret: string | undefined;
  /** Addresses and ranges of reverse proxies in front. */
  trustedProxies: string[];
  /** PEM certificates to trust besides the usual ones. */
  extraCa: string | undefined;
  /** Outgoing proxy, perhaps with a password in it. */
  proxyUrl: string | undefined;
  /** How often campaigns are read, by their state; milliseconds. */
  cadence: { calling: number; outsideHours: number; finished: number };
  /** `undefined`: show demo data. */
  connections: ConnectionConfiguration[] | undefined;
};

/** `mistakes`: whole sentences, at least one. `warnings`: what works and is still worth mending. */
export type ConfigurationReading =
  | { ok: true; configuration: Configuration; warnings: string[] }
  | { ok: false; mistakes: string[] };
