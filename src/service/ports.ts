import type { CallingHours } from "#campaign/calling-hours.ts";
import type { Viewer } from "./access/viewer.ts";
import type { Account, Provider } from "#providers/provider.ts";
import type { UpstreamProblem } from "./api.ts";
import type { HistoryPort } from "./history-port.ts";

/** Sends one request to a platform. The host decides how (undici, `fetch`, an embedded simulator). */
export type UpstreamFetch = (url: string, init: RequestInit) => Promise<Response>;

/** What came of asking a platform. */
export type UpstreamOutcome = "ok" | UpstreamProblem["code"];

/** Is told what is asked of a platform, for a host's metrics: never an address, an id or a text. */
export type UpstreamObserver = {
  /** A request and its body ended, before anything was read from it. */
  requested(outcome: UpstreamOutcome, milliseconds: number): void;
  /** A campaign was read, or could not be. */
  polled(outcome: UpstreamOutcome): void;
};

/** `sleep` resolves after that many milliseconds of this clock; a timer where left out. */
export type Clock = { now(): number; sleep?(milliseconds: number): Promise<void> };

/** One configured account on one platform, as the service sees it. */
export type Connection = {
  name: string;
  label: string;
  provider: Provider;
  baseUrl: string;
  /** The credential, sent as the provider's `auth` says; `undefined`: something on the way adds it. Never leaves the service. */
  token: string | undefined;
  /** What identifies the account beside the credential; never leaves the service either. */
  account: Account;
  demo: boolean;
  consoleUrl: string | undefined;
  /** What the operator states where the platform reports none. */
  stated: { timeZone: string | undefined; callingHours: CallingHours["windows"] | undefined };
  maxBodyBytes: number;
  deadlineMilliseconds: number;
  /** This account's own limit, where it is not the one its platform documents. */
  requestsPerMinute?: number | undefined;
  fetch: UpstreamFetch;
  observer?: UpstreamObserver | undefined;
};

/** What the front needs of a connection: nothing secret. */
export type PublicConnection = Pick<Connection, "name" | "label" | "provider" | "account" | "demo" | "consoleUrl">;

/** Polling intervals by state, milliseconds. */
export type Cadence = { calling: number; outsideHours: number; finished: number };

export const defaultCadence: Cadence = { calling: 5_000, outsideHours: 60_000, finished: 300_000 };

/** Compresses bytes with gzip, the same bytes once: answers are shared by viewers. */
export type Packing = {
  pack(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>;
  /** What `pack` gave for these bytes before. */
  atHand(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined;
};

export type FrontOptions = {
  host: { kind: "node" | "browser"; version: string };
  connections: PublicConnection[];
  clock: Clock;
  /** Whether displays are paired with this host; not unless given. */
  pairsDisplays?: boolean;
  /** Who keeps the history of campaigns; nobody unless given. */
  history?: HistoryPort;
  /** Platforms that an account typed into the page may be on; none unless given. */
  platforms?: readonly Provider[];
  /** A host whose answers travel; bytes stay as they are without it. */
  packing?: Packing;
  /** Is told of a failure of our own; nobody is, unless given. */
  report?: (error: unknown) => void;
};

export type ServiceOptions = FrontOptions & {
  connections: Connection[];
  cadence?: Cadence;
  /** Uniform in [0, 1): jitter of back-offs. Given so that tests can repeat it. */
  random?: () => number;
};

/** Callboard's own API as a value: what a host listens with. */
export type Service = {
  /** The viewer is whoever the host found to ask; `operator` where it lets in nobody else. */
  fetch(request: Request, viewer: Viewer): Promise<Response>;
  /** Ends what is read in the background; a later question begins it again. */
  stop?(): void;
};
