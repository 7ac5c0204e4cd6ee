import type { Viewer } from "../access/viewer.ts";
import type { Cadence } from "../ports.ts";

/** What a suite needs of a host: something to ask, on whatever side of a socket or thread it runs. */
export type HostOptions = {
  /** Talkover unless given. */
  provider?: string;
  account?: Record<string, string>;
  baseUrl: string;
  token?: string;
  cadence?: Cadence;
  /** The platform's own limit unless given. */
  requestsPerMinute?: number;
  deadlineMilliseconds?: number;
  maxBodyBytes?: number;
  /** Who asks, the operator unless given; only the service as a value can be told. */
  viewer?: Viewer;
  /** Only hosts that run in this process can be given a clock. */
  now?: () => number;
  sleep?: (milliseconds: number) => Promise<void>;
};

export type Hosted = { ask: (path: string, init?: RequestInit) => Promise<Response>; stop: () => Promise<void> };

export type StartHost = (options: HostOptions) => Promise<Hosted>;

export const campaignPath = "/api/v1/connections/acme/campaigns";
