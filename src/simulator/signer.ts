import { jwtVerify } from "jose";
import type { Instant } from "#campaign/campaign.ts";
import type { Auth } from "#providers/provider.ts";
import type { SimulatedAccount } from "#providers/simulation.ts";

async function claimsOf(token: string, secret: string, now: Instant): Promise<Readonly<Record<string, unknown>> | undefined> {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), { algorithms: ["HS256"], currentDate: new Date(now) });
    return payload;
  } catch {
    return undefined;
  }
}

/**
 * The account whose credential signed the request's token over the claims its platform asks for;
 * `undefined`: no account did, or the platform wants no token. Expired ones are nobody's.
 */
export async function signerOf(
  auth: Auth,
  accounts: readonly SimulatedAccount[],
  headers: Headers,
  now: Instant,
): Promise<SimulatedAccount | undefined> {
  const token = auth.kind === "hs256-jwt" ? headers.get(auth.name) : null;
  if (auth.kind !== "hs256-jwt" || token === null) return undefined;
  for (const account of accounts) {
    const claims = await claimsOf(token, account.token, now);
    const asked = Object.entries(auth.claims(account.account));
    if (claims && asked.every(([name, value]) => claims[name] === value)) return account;
  }
  return undefined;
}
