import { z } from "zod";
import { CallingWeek } from "./calling-week.ts";
import type { ConfigurablePlatform } from "./platform-keys.ts";

/*
 * Each description is the rest of a sentence that begins with the key: it is
 * what a mistake in that key says, whatever the mistake was.
 */

/** It stands in links. */
export const ConnectionName = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/);

/** Whether a text is a whole http(s) address. */
export const isHttp = (text: string): boolean => /^https?:$/.test(URL.canParse(text) ? new URL(text).protocol : "");

/** Whether an address ends with its path and names no user. */
export function isBare(address: string): boolean {
  const { username, password, search, hash } = new URL(address);
  return username + password + search + hash === "";
}

export const WebAddress = z.string().refine(isHttp, { abort: true });

export const withoutLastSlash = (address: string): string => address.replace(/\/+$/, "");

const zoneExists = (timeZone: string): boolean => {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
};

const mebibyte = 1024 * 1024;

/** The keys of a connection on every host: all but where its platform and its credential are. */
export function connectionKeys(platforms: readonly ConfigurablePlatform[]) {
  const providers = platforms.map(({ id }) => id);
  return {
    provider: z
      .string()
      .refine((id) => providers.includes(id))
      .describe(`must be a platform this version knows: ${providers.map((id) => `"${id}"`).join(", ")}`),
    account: z
      .record(z.string(), z.string().describe("must be a text: write it in quotes"))
      .default({})
      .describe('must be an object of texts such as {"accountId": "…"}: docs/configuration.md lists the fields of each platform'),
    label: z.string().trim().min(1).max(80).optional().describe("must be a name people will read, of 1 to 80 characters"),
    consoleUrl: WebAddress.optional().describe("must be the http(s) address of the platform's own console"),
    timeZone: z.string().refine(zoneExists).optional().describe('must be an IANA time zone such as "America/New_York"'),
    callingHours: CallingWeek.optional(),
    maxBodyBytes: z
      .int()
      .min(mebibyte)
      .max(2048 * mebibyte)
      .default(256 * mebibyte)
      .describe("must be a whole number of bytes from 1048576 (1 MiB) to 2147483648 (2 GiB)"),
    deadlineMs: z
      .int()
      .min(1_000)
      .max(600_000)
      .default(30_000)
      .describe("must be a whole number of milliseconds from 1000 to 600000"),
  };
}
