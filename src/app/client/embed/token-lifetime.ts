import type { Instant } from "#campaign/campaign.ts";

/**
 * How long a viewer token is still good for, milliseconds: by the service's clock once that is known, never
 * by this machine's, and at most as long as it was made for. `undefined`: the token does not tell.
 */
export function lifetimeOf(token: string, serviceNow: Instant | undefined): number | undefined {
  const { iat, exp } = claimsOf(token);
  if (exp === undefined) return undefined;
  const whole = iat === undefined ? Number.POSITIVE_INFINITY : (exp - iat) * 1_000;
  const left = serviceNow === undefined ? whole : exp * 1_000 - serviceNow;
  const lifetime = Math.min(whole, left);
  return Number.isFinite(lifetime) ? Math.max(0, lifetime) : undefined;
}

/** Read without a check: the service checks, this only plans when to ask for another. */
function claimsOf(token: string): { iat?: number; exp?: number } {
  try {
    const claims: unknown = JSON.parse(atob((token.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/")));
    if (typeof claims !== "object" || claims === null) return {};
    return {
      ...("iat" in claims && typeof claims.iat === "number" && { iat: claims.iat }),
      ...("exp" in claims && typeof claims.exp === "number" && { exp: claims.exp }),
    };
  } catch {
    return {};
  }
}
