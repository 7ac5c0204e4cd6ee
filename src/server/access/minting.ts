import { CampaignScope, type Grant, NumberPolicy, Permission, Surface, viewerWith } from "#service/access/viewer.ts";
import { z } from "zod";
import type { Issuer } from "../configuration/access.ts";

/** What a backend asks a token for. What it leaves out is what its issuer may grant at most. */
export const TokenRequest = z.strictObject({
  label: z.string().min(1).max(200),
  surface: Surface.optional(),
  campaigns: CampaignScope.optional(),
  numbers: NumberPolicy.optional(),
  permissions: z.array(Permission).default([]),
  seconds: z.int().min(10).optional(),
});
export type TokenRequest = z.infer<typeof TokenRequest>;

export type Minting = { ok: true; label: string; grant: Grant; seconds: number } | { ok: false; detail: string };

const numbersByAmount: readonly NumberPolicy[] = ["none", "masked", "full"];

/** What an issuer's token will hold, or which of its limits stands against it. */
export function mintingFor(issuer: Issuer, request: TokenRequest): Minting {
  const { label, surface = issuer.surfaces[0] ?? "embed", campaigns = issuer.campaigns, numbers = issuer.numbers, permissions, seconds = issuer.maxSeconds } = request;
  const refused = (key: string, limit: string): Minting => ({ ok: false, detail: `${key}: this issuer may grant ${limit}` });
  if (!issuer.surfaces.includes(surface)) return refused("surface", issuer.surfaces.join(", "));
  if (numbersByAmount.indexOf(numbers) > numbersByAmount.indexOf(issuer.numbers)) return refused("numbers", `"${issuer.numbers}" at most`);
  if (seconds > issuer.maxSeconds) return refused("seconds", `${issuer.maxSeconds} at most`);
  const missing = permissions.find((permission) => !issuer.permissions.includes(permission));
  if (missing !== undefined) return refused("permissions", issuer.permissions.join(", ") || "none");
  if (!covers(issuer.campaigns, campaigns)) return refused("campaigns", JSON.stringify(issuer.campaigns));
  return { ok: true, label: `${issuer.name}: ${label}`, grant: { campaigns, surface, numbers, permissions }, seconds };
}

/**
 * Whether all that one scope lets in another does too. A pattern that fits another's text fits all
 * that the other fits: its own parts hold no `*`, so they lie within the other's.
 */
function covers(wide: CampaignScope, narrow: CampaignScope): boolean {
  const limits = viewerWith({ campaigns: wide, surface: "page", numbers: "none", permissions: [] }, { key: "", label: "" });
  return Object.entries(narrow).every(([connection, patterns]) => patterns.every((pattern) => limits.mayRead(connection, pattern)));
}
