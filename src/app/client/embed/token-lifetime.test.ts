import { expect, test } from "vitest";
import { lifetimeOf } from "./token-lifetime.ts";

const token = (claims: unknown): string => `e30.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.x`;

test("a token is good for what it was made for, and for less where the service's clock says so", () => {
  const made = token({ iat: 1_000, exp: 1_600 });
  expect(lifetimeOf(made, undefined)).toBe(600_000);
  expect(lifetimeOf(made, 1_500_000)).toBe(100_000);
  // A service whose clock is behind makes no token live longer.
  expect(lifetimeOf(made, 0)).toBe(600_000);
  expect(lifetimeOf(made, 9_000_000)).toBe(0);
});

test("what does not tell is not guessed", () => {
  for (const text of ["", "x", "a.b.c", token({}), token(null), token({ exp: "soon" }), token({ exp: 100 })]) expect([text, lifetimeOf(text, undefined)]).toEqual([text, undefined]);
  expect(lifetimeOf(token({ exp: 100 }), 40_000)).toBe(60_000);
});
