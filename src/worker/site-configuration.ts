import type { WeeklyWindow } from "#campaign/calling-hours.ts";
import { connectionKeys, ConnectionName, isBare, isHttp, withoutLastSlash } from "#service/configuration/connection-keys.ts";
import { besideOtherMistakes, checkAccount, type ConfigurablePlatform } from "#service/configuration/platform-keys.ts";
import { mistakesIn } from "#service/configuration/mistakes.ts";
import { z } from "zod";

/** An account that readers of a static site see; something on the way there adds its credential. */
export type SiteConnection = {
  name: string;
  label: string;
  provider: string;
  baseUrl: string;
  account: Readonly<Record<string, string>>;
  consoleUrl: string | undefined;
  timeZone: string | undefined;
  callingHours: WeeklyWindow[] | undefined;
  maxBodyBytes: number;
  deadlineMilliseconds: number;
};

/** `connections: undefined`: show the demo. `mistakes`: whole sentences, at least one. */
export type SiteReading = { ok: true; connections: SiteConnection[] | undefined } | { ok: false; mistakes: string[] };

/** The keys of a static site's configuration; addresses may be relative to `address`, its own. */
function siteSchema(platforms: readonly ConfigurablePlatform[], address: string) {
  const BaseUrl = z
    .string()
    .refine((text) => URL.canParse(text, address), { abort: true })
    .transform((text) => new URL(text, address).href)
    .refine((url) => isHttp(url) && isBare(url))
    .transform(withoutLastSlash);
  const SiteConnectionKeys = z
    .strictObject({
      ...connectionKeys(platforms),
      baseUrl: BaseUrl.describe('must be an address that adds the credential on the way to the platform, such as "/talkover", without a user, ? or #'),
      token: z.never().optional().describe("may not stand in this file, which everyone can read: leave it out, and let your reverse proxy add it"),
    })
    .superRefine(checkAccount(platforms), besideOtherMistakes)
    .describe('must be an object such as {"provider": "talkover", "baseUrl": "/talkover"}');
  return z
    .strictObject({
      connections: z
        .record(ConnectionName, SiteConnectionKeys)
        .refine((entries) => Object.keys(entries).length > 0)
        .optional()
        .describe("must name at least one connection; without the key, Callboard shows demo data"),
    })
    .describe('must be an object such as {"connections": {…}}');
}

/** Reads the text of a static site's configuration; V8's own message is not passed on, since it quotes the file. */
export function readSiteConfiguration(text: string, address: string, platforms: readonly ConfigurablePlatform[]): SiteReading {
  let written: unknown;
  try {
    written = JSON.parse(text);
  } catch {
    return { ok: false, mistakes: ["It is not JSON: mind quotes, commas and brackets."] };
  }
  const schema = siteSchema(platforms, address);
  const parsed = schema.safeParse(written);
  if (!parsed.success) return { ok: false, mistakes: mistakesIn(parsed.error, schema, written) };
  const { connections } = parsed.data;
  return { ok: true, connections: connections && Object.entries(connections).map(([name, entry]) => toConnection(name, entry)) };
}

type Entry = NonNullable<z.infer<ReturnType<typeof siteSchema>>["connections"]>[string];

function toConnection(name: string, { label, deadlineMs, provider, baseUrl, account, consoleUrl, timeZone, callingHours, maxBodyBytes }: Entry): SiteConnection {
  return { name, label: label ?? name, provider, baseUrl, account, consoleUrl, timeZone, callingHours, maxBodyBytes, deadlineMilliseconds: deadlineMs };
}
