import { CampaignScope, ContactNumber, type Grant, NumberPolicy, Permission, Surface, viewerWith } from "#service/access/viewer.ts";
import { z } from "zod";
import type { Issuer } from "../configuration/access.ts";
import { covers } from "./covers.ts";

/**
 * What a backend asks a token for. What it leaves out is what its issuer may grant at most. Each
 * description is the rest of a sentence that begins with the key.
 */
export const TokenRequest = z.strictObject({
  label: z.string().min(1).max(200).describe("must be what the viewer is called, of 1 to 200 characters"),
  surface: Surface.optional().describe('must be "page", "embed" or "wall"'),
  campaigns: CampaignScope.optional().describe('must be lists of campaign ids by connection, such as {"acme": ["spring-1"]}'),
  numbers: NumberPolicy.optional().describe('must be "full", "masked" or "none"'),
  permissions: z.array(Permission).default([]).describe('must be a list of "recordings", "export" and "displays"'),
  seconds: z.int().min(10).optional().describe("must be how long it may be used, in whole seconds, 10 or more"),
  contact: ContactNumber.optional().describe("must be the telephone number that the viewer may ask for, of 7 to 15 digits"),
});
export type TokenRequest = z.infer<typeof TokenRequest>;

export type Minting = { ok: true; label: string; grant: Grant; seconds: number } | { ok: false; detail: string };

const numbersByAmount: readonly NumberPolicy[] = ["none", "masked", "full"];

/** What an issuer's token will hold, or which of its limits stands against it. */
export function mintingFor(issuer: Issuer, request: TokenRequest): Minting {
  const { label, surface = issuer.surfaces[0] ?? "embed", campaigns = issuer.campaigns, numbers = issuer.numbers, permissions, seconds = issuer.maxSeconds, contact } = request;
  const refused = (key: string, limit: string): Minting => ({ ok: false, detail: `${key}: this issuer may grant ${limit}` });
  if (!issuer.surfaces.includes(surface)) return refused("surface", issuer.surfaces.join(", "));
  if (numbersByAmount.indexOf(numbers) > numbersByAmount.indexOf(issuer.numbers)) return refused("numbers", `"${issuer.numbers}" at most`);
  if (seconds > issuer.maxSeconds) return refused("seconds", `${issuer.maxSeconds} at most`);
  const missing = permissions.find((permission) => !issuer.permissions.includes(permission));
  if (missing !== undefined) return refused("permissions", issuer.permissions.join(", ") || "none");
  const limits = viewerWith({ campaigns: issuer.campaigns, surface: "page", numbers: "none", permissions: [] }, { key: "", label: "" });
  if (!covers(limits, campaigns)) return refused("campaigns", JSON.stringify(issuer.campaigns));
  return { ok: true, label: `${issuer.name}: ${label}`, grant: { campaigns, surface, numbers, permissions, ...(contact !== undefined && { contact }) }, seconds };
}
