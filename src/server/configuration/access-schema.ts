import { CampaignScope, Surface } from "#service/access/viewer.ts";
import { z } from "zod";
import { grantedKeys } from "./granted.ts";
import { HandoffFile } from "./handoff-schema.ts";
import { Secret } from "./secret.ts";
import { isTaken } from "./taken-headers.ts";

/*
 * Each description is the rest of a sentence that begins with the key: it is
 * what a mistake in that key says, whatever the mistake was.
 */

const mostHours = 24 * 30;
/** A header that nobody but the proxy sets. */
const headerOfProxy = (usual: string) =>
  z
    .string()
    .regex(/^[A-Za-z0-9-]{1,100}$/)
    .refine((header) => !isTaken(header), `names a header that browsers or proxies send for other ends: name one that only your proxy sets, such as "${usual}"`)
    .default(usual);
const name = z.string().min(1).max(200);

const ProxyGrant = z
  .strictObject({
    users: z.array(name).default([]).describe('must be a list of user names, or ["*"] for everybody the proxy lets in'),
    groups: z.array(name.refine((group) => group !== "*", 'must be the name of a group, which "*" is not: for everybody the proxy lets in write users: ["*"]')).default([]).describe("must be a list of group names"),
    // Whoever leaves it out must not find that everything was granted.
    campaigns: CampaignScope.describe('must be lists of campaign ids by connection, such as {"acme": ["*"]} or {"acme": ["spring-*"]}; {"*": ["*"]} lets in to every campaign'),
    ...grantedKeys,
  })
  .refine(({ users, groups }) => users.length + groups.length > 0)
  .describe('must be an object that names users or groups, such as {"groups": ["sales"], "campaigns": {"acme": ["*"]}}');

const Issuer = z
  .strictObject({
    secret: Secret,
    surfaces: z.array(Surface).min(1).default(["embed"]).describe('must be a list of "page", "embed" and "wall"'),
    maxSeconds: z.int().min(60).max(mostHours * 3_600).default(3_600).describe("must be how long its tokens may last at most, in seconds from 60 to 2592000"),
    campaigns: CampaignScope.default({ "*": ["*"] }).describe('must be lists of campaign ids by connection, such as {"acme": ["*"]} or {"acme": ["spring-*"]}; "*" stands for any characters'),
    ...grantedKeys,
  })
  .describe('must be an object such as {"secret": {"env": "CRM_SECRET"}, "numbers": "masked"}');

/** Who may look. The keys a mode needs are checked where secrets are read. */
export const AccessFile = z
  .strictObject({
    mode: z
      .enum(["open", "token", "proxy"])
      .describe('must be "open" (everyone who reaches this machine\'s own address may look), "token" (who was given a link or a token) or "proxy" (who a reverse proxy names)'),
    secrets: z.array(Secret).min(1).max(2).optional().describe('must be a list of one secret that signs tokens, or two while keys are changed: [{"env": "CALLBOARD_SECRET"}]; the first signs'),
    sessionHours: z.int().min(1).max(mostHours).default(12).describe(`must be a whole number of hours from 1 to ${mostHours}, after which a person signs in again`),
    issuers: z
      .record(z.string().regex(/^(?!(?:session|handoff)$)[a-z0-9][a-z0-9-]{0,62}$/), Issuer)
      .default({})
      .describe('must be an object of those who may make tokens, by name, such as {"crm": {"secret": {"env": "CRM_SECRET"}}}'),
    handoff: HandoffFile.optional(),
    proxySecret: Secret.optional(),
    secretHeader: headerOfProxy("Callboard-Proxy-Secret").describe("must be the name of the header in which the proxy sends its secret"),
    userHeader: headerOfProxy("X-Forwarded-User").describe("must be the name of the header in which the proxy names the user"),
    groupsHeader: headerOfProxy("X-Forwarded-Groups").describe("must be the name of the header in which the proxy lists the user's groups, separated by commas"),
    grants: z.array(ProxyGrant).min(1).optional().describe('must be a list such as [{"groups": ["sales"], "campaigns": {"acme": ["*"]}}]: the first that fits a user counts'),
  })
  .default({ mode: "open", sessionHours: 12, issuers: {}, secretHeader: "Callboard-Proxy-Secret", userHeader: "X-Forwarded-User", groupsHeader: "X-Forwarded-Groups" })
  .describe('must be an object such as {"mode": "open"}');
export type AccessFile = z.infer<typeof AccessFile>;

/** An origin that may frame a connection's campaigns, as CSP writes it; subdomains as `https://*.example.com`. */
const origin = /^https:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?$|^http:\/\/(localhost|127\.0\.0\.1)(:\d{1,5})?$/;

/** Who may show a connection's campaigns in a frame; nobody unless named. */
export const FrameAncestors = z
  .array(z.string().regex(origin).describe('must be an origin such as "https://crm.example" or "https://*.crm.example", without a path'))
  .max(50)
  .default([])
  .describe('must be a list of origins such as ["https://crm.example"]');
