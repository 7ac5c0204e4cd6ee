import { connectionKeys, ConnectionName, isBare, WebAddress, withoutLastSlash } from "#service/configuration/connection-keys.ts";
import { besideOtherMistakes, checkAccount, checkAddress, type ConfigurablePlatform } from "#service/configuration/platform-keys.ts";
import { z } from "zod";
import { AlertsFile } from "./alerts-schema.ts";
import { historyKeys } from "./history-schema.ts";
import { operationsKeys } from "./operations-schema.ts";
import { isAddressRange, isTooWide } from "./address-range.ts";
import { AccessFile, FrameAncestors } from "./access-schema.ts";
import { holdsNoPassword, isDatabaseUrl } from "./database-url.ts";
import { Secret } from "./secret.ts";

/*
 * Each description is the rest of a sentence that begins with the key: it is
 * what a mistake in that key says, whatever the mistake was.
 */

const tooWide = 'is wider than /24 (IPv6: /64) and reaches beyond private networks, so that strangers would pass for your proxy: list only its addresses, such as "10.0.0.7" or "10.0.0.0/8"';

const BaseUrl = WebAddress.refine(isBare).transform(withoutLastSlash);

const usual = { calling: 5, outsideHours: 60, finished: 300 };
const seconds = (otherwise: number): z.ZodDefault<z.ZodNumber> =>
  z.number().min(0.02).max(3_600).default(otherwise).describe("must be a number of seconds from 0.02 to 3600");

/** One account on one platform. */
function connectionSchema(platforms: readonly ConfigurablePlatform[]) {
  return z
    .strictObject({
      ...connectionKeys(platforms),
      baseUrl: BaseUrl.optional().describe(
        'must be the platform\'s address such as "https://platform.example", without a user, ? or #',
      ),
      token: Secret,
      requestsPerMinute: z
        .int()
        .min(1)
        .max(1_000_000)
        .optional()
        .describe("must be the whole number of requests a minute this account may send, from 1 to 1000000"),
      frameAncestors: FrameAncestors,
    })
    .superRefine(checkAddress(platforms), besideOtherMistakes)
    .superRefine(checkAccount(platforms), besideOtherMistakes)
    .describe('must be an object such as {"provider": "talkover", "token": {"env": "TALKOVER_TOKEN"}}');
}

/** The whole configuration file, for the platforms given. */
export function configurationSchema(platforms: readonly ConfigurablePlatform[]) {
  return z
    .strictObject({
      connections: z
        .record(ConnectionName, connectionSchema(platforms))
        .refine((entries) => Object.keys(entries).length > 0)
        .optional()
        .describe("must name at least one connection; without the key, Callboard shows demo data"),
      access: AccessFile,
      publicOrigin: z
        .string()
        .regex(/^https?:\/\/[A-Za-z0-9.-]+(:\d{1,5})?$/)
        .transform((origin) => origin.toLowerCase())
        .optional()
        .describe('must be the address at which people reach Callboard such as "https://callboard.example", without a path'),
      host: z.string().min(1).optional().describe('must be the address to listen on, such as "127.0.0.1"'),
      port: z.int().min(0).max(65_535).optional().describe("must be a whole number from 0 to 65535 (0 takes any free port)"),
      basePath: z
        .string()
        .regex(/^\/([A-Za-z0-9._~-]+\/?)*$/)
        .transform((path) => (path.endsWith("/") ? path : `${path}/`))
        .default("/")
        .describe('must be the path Callboard is served under, such as "/callboard/"'),
      trustedProxies: z
        .array(z.string().refine(isAddressRange).refine((range) => !isTooWide(range), tooWide).describe('must be an IP address or range such as "10.0.0.7" or "10.0.0.0/8"'))
        .default([])
        .describe('must be a list of IP addresses or ranges such as ["10.0.0.0/8"]'),
      extraCa: z.string().min(1).optional().describe("must be the path of a PEM file with certificates to trust besides the usual ones"),
      proxy: z
        .union([WebAddress.refine(isBare), Secret])
        .optional()
        .describe('must be the address of the outgoing proxy such as "http://proxy:3128"; with a password in it, {"env": "NAME"} or {"file": "path"}'),
      pollSeconds: z
        .strictObject({ calling: seconds(usual.calling), outsideHours: seconds(usual.outsideHours), finished: seconds(usual.finished) })
        .default(usual)
        .describe('must be an object of seconds such as {"calling": 5, "outsideHours": 60, "finished": 300}'),
      database: z
        .strictObject({
          file: z.string().min(1).optional().describe("must be the path of a file that Callboard keeps for itself"),
          url: z
            .union([z.string().refine(isDatabaseUrl, { abort: true }).refine(holdsNoPassword), Secret])
            .optional()
            .describe('must be the address of a PostgreSQL database such as "postgres://callboard@db.example/callboard"; with a password in it, {"env": "NAME"} or {"file": "path"}'),
        })
        .refine(({ file, url }) => file === undefined || url === undefined, "names a file and a url: leave one of them out")
        .default({})
        .describe('must be an object such as {"file": "callboard.db"} or {"url": {"env": "DATABASE_URL"}}'),
      ...operationsKeys,
      ...historyKeys,
      alerts: AlertsFile,
    })
    .describe('must be an object such as {"connections": {…}}');
}

export type ConfigurationFile = z.infer<ReturnType<typeof configurationSchema>>;
