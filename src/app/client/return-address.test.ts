import { expect, test } from "vitest";
import { addressOf } from "./address-bar.ts";
import { placeAfterSignIn, placeAt, rememberAddress, type Storages, takeRememberedAddress } from "./return-address.ts";

function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    length: 0,
    key: () => null,
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

const storages = (): Storages => ({ sessionStorage: storage(), localStorage: storage() });
const denied: Storages = {
  get sessionStorage(): Storage {
    throw new DOMException("denied", "SecurityError");
  },
  get localStorage(): Storage {
    throw new DOMException("denied", "SecurityError");
  },
};

const textOf = (path: string | undefined, base = "/") => {
  const place = placeAt(path, base);
  return place && addressOf(place, { kind: "path", base });
};

test("a local path of ours is a place, filters and all, with or without the base", () => {
  expect(textOf("/c/acme/c1?outcome=failed,busy&sort=-retries&theme=dark")).toBe("/c/acme/c1?theme=dark&outcome=failed,busy&sort=-retries");
  expect(textOf("/callboard/c/acme/c1?outcome=failed", "/callboard/")).toBe("/callboard/c/acme/c1?outcome=failed");
  expect(textOf("/c/acme/c1?outcome=failed", "/callboard/")).toBe("/callboard/c/acme/c1?outcome=failed");
  expect(textOf("/?connection=acme")).toBe("/?connection=acme");
  expect(textOf("/displays")).toBe("/displays");
});

test.each([
  undefined,
  "",
  "https://evil.example/c/acme/c1",
  "//evil.example/c/acme/c1",
  "/\\evil.example/c/acme/c1",
  "/\t/evil.example/c/acme/c1",
  "/\n//evil.example",
  "javascript:alert(1)",
  "c/acme/c1",
  "/sign-in",
  "/sign-in/#code=x",
  "/api/v1/connections",
  "/c/acme/c1/calls",
  "http://[",
])("%j is none", (path) => {
  expect(placeAt(path, "/")).toBeUndefined();
});

test("a display that was let in goes to its wall, with all its options", () => {
  expect(textOf("/wall?campaigns=acme/c1,acme/c2&every=30s")).toBe("/wall?campaigns=acme/c1,acme/c2&every=30s");
});

test("a number is not carried into the address", () => {
  expect(textOf("/c/acme/c1?q=4155550134&outcome=failed")).toBe("/c/acme/c1?outcome=failed");
});

test("the link's place comes first, then what was asked for before, then home", () => {
  const at = (to: string | undefined, remembered: string | undefined) => addressOf(placeAfterSignIn(to, remembered, "/"), { kind: "path", base: "/" });
  expect(at("/c/acme/c2", "/c/acme/c1?outcome=failed")).toBe("/c/acme/c2");
  expect(at("//evil.example/", "/c/acme/c1?outcome=failed")).toBe("/c/acme/c1?outcome=failed");
  expect(at(undefined, "https://evil.example/")).toBe("/");
  expect(at(undefined, undefined)).toBe("/");
});

test("the address asked for is remembered once, in this tab or for another", () => {
  const kept = storages();
  rememberAddress(kept, "/c/acme/c1?outcome=failed");
  const other: Storages = { sessionStorage: storage(), localStorage: kept.localStorage };
  expect(takeRememberedAddress(other)).toBe("/c/acme/c1?outcome=failed");
  expect(takeRememberedAddress(kept)).toBe("/c/acme/c1?outcome=failed");
  expect(takeRememberedAddress(kept)).toBeUndefined();
});

test("a browser that denies storage forgets, and goes on", () => {
  rememberAddress(denied, "/c/acme/c1");
  expect(takeRememberedAddress(denied)).toBeUndefined();
});
