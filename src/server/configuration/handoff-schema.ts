import { CampaignScope } from "#service/access/viewer.ts";
import { isHttp } from "#service/configuration/connection-keys.ts";
import { z } from "zod";
import { grantedKeys } from "./granted.ts";
import { isLoopback } from "./listening-address.ts";
import { Secret } from "./secret.ts";

/*
 * Each description is the rest of a sentence that begins with the key: it is
 * what a mistake in that key says, whatever the mistake was.
 */

const mostHours = 24 * 30;
/** Parameters of the same address that mean something else. */
const taken = ["connection", "campaign", "theme", "tab"];
const claim = z.string().min(1).max(500);

/** Keys that others could exchange on the way would make anybody an issuer. */
const isSafe = (address: string): boolean => isHttp(address) && (address.startsWith("https:") || isLoopback(new URL(address).hostname));

/** A CRM that signs who is looking into the address of its frame; which of the three keys it has is checked where secrets are read. */
const SigningHost = z
  .strictObject({
    secret: Secret.optional(),
    publicKey: z.string().min(1).optional().describe("must be the path of a PEM file with the RSA key by which the host's RS256 signature is verified"),
    jwksUrl: z.string().refine(isSafe).optional().describe('must be the https:// address of the host\'s JSON Web Key Set such as "https://crm.example/jwks.json"'),
    issuer: claim.optional().describe('must be what the host\'s JWT says in iss, such as "acme.zendesk.com"'),
    audience: claim.optional().describe("must be what the host's JWT says in aud"),
    parameter: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9_-]{0,39}$/)
      .refine((name) => !taken.includes(name))
      .default("token")
      .describe(`must be the name of the parameter in which the host sends its JWT, and none of ${taken.join(", ")}`),
    maxSeconds: z.int().min(10).max(86_400).default(900).describe("must be how far ahead the JWT's end may be at most, in seconds from 10 to 86400"),
    // Whoever leaves it out must not find that everything was granted.
    campaigns: CampaignScope.describe('must be lists of campaign ids by connection, such as {"acme": ["*"]} or {"acme": ["spring-*"]}: what its frames may show'),
    ...grantedKeys,
  })
  .describe('must be an object such as {"secret": {"env": "CRM_JWT_SECRET"}, "campaigns": {"acme": ["*"]}}');

/** Signed handoff: hosts that can only set a frame's address. */
export const HandoffFile = z
  .strictObject({
    issuers: z
      .record(z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/), SigningHost)
      .refine((entries) => Object.keys(entries).length > 0)
      .describe('must be an object of hosts that sign, by name, such as {"zendesk": {"publicKey": "zendesk.pem", "audience": "…", "campaigns": {"acme": ["*"]}}}'),
    sessionHours: z.number().min(0.001).max(mostHours).default(8).describe(`must be a number of hours from 0.001 to ${mostHours}, after which the record in the CRM is loaded again`),
  })
  .describe('must be an object such as {"issuers": {"crm": {"secret": {"env": "CRM_JWT_SECRET"}, "campaigns": {"acme": ["*"]}}}}');
export type HandoffFile = z.infer<typeof HandoffFile>;
