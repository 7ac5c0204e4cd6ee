import { z } from "zod";
import { Secret } from "./secret.ts";

/*
 * Each description is the rest of a sentence that begins with the key: it is
 * what a mistake in that key says, whatever the mistake was.
 */

/** What is written to the log: this and what is worse. */
export const LogLevel = z.enum(["debug", "info", "warn", "error", "silent"]);
export type LogLevel = z.infer<typeof LogLevel>;

const usual = { requestsPerSecond: 20, burst: 100 };

/** Keys for those who run it. */
export const operationsKeys = {
  logLevel: LogLevel.default("info").describe('must be "debug" (each request too), "info", "warn", "error" or "silent"'),
  limits: z
    .strictObject({
      requestsPerSecond: z
        .number()
        .min(0.1)
        .max(10_000)
        .default(usual.requestsPerSecond)
        .describe("must be the number of requests a second that one viewer may send in the long run, from 0.1 to 10000"),
      burst: z.int().min(1).max(100_000).default(usual.burst).describe("must be the whole number of requests that one viewer may send at once, from 1 to 100000"),
    })
    .default(usual)
    .describe('must be an object such as {"requestsPerSecond": 20, "burst": 100}'),
  metrics: z
    .strictObject({ secret: Secret })
    .optional()
    .describe('must be an object such as {"secret": {"env": "METRICS_SECRET"}}: who shows the secret may read /metrics'),
};
