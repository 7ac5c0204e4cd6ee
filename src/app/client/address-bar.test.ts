import { expect, test, vi } from "vitest";
import { addressOf, createAddressBar, locate, type Page, type Placement } from "./address-bar.ts";
import { defaultView } from "./view.ts";

const locationOf = (address: string) => new URL(address, "https://example.com/");
const campaign = { kind: "campaign", connection: "acme", campaign: "a/b" } as const;
const view = { ...defaultView, outcome: ["failed" as const] };

test.each<[Placement, string]>([
  [{ kind: "path", base: "/" }, "/c/acme/a%2Fb?outcome=failed"],
  [{ kind: "path", base: "/callboard/" }, "/callboard/c/acme/a%2Fb?outcome=failed"],
  [{ kind: "fragment" }, "#/c/acme/a%2Fb?outcome=failed"],
])("route and view stand where the host can serve them: %o", (placement, address) => {
  expect(addressOf({ route: campaign, view }, placement)).toBe(address);
  expect(locate(locationOf(address), placement)).toEqual({ route: campaign, view });
});

test("the static page is home without a fragment, wherever it is put", () => {
  expect(locate(locationOf("/some/where/index.html"), { kind: "fragment" })).toEqual({ route: { kind: "home" }, view: defaultView });
});

/** A tab with one history entry; `go` is what a person does to the address. */
function tab(address: string) {
  let url = new URL(address, "https://example.com/");
  let state: unknown = null;
  const listeners: (() => void)[] = [];
  const move = (next: unknown, _: string, to?: string | URL | null): void => {
    if (to !== undefined && to !== null) url = new URL(to, url);
    state = next;
  };
  const page: Page = {
    get location() {
      return url;
    },
    history: {
      get state() {
        return state;
      },
      pushState: vi.fn<History["pushState"]>(move),
      replaceState: vi.fn<History["replaceState"]>(move),
    },
    addEventListener: (_, listener) => listeners.push(listener),
    scrollTo: () => {},
  };
  const go = (to: string): void => {
    url = new URL(to, url);
    for (const listener of listeners) listener();
  };
  return { page, go };
}

test("a change of view replaces the address and keeps what the history entry holds", () => {
  const { page } = tab("#/c/acme/one");
  page.history.replaceState({ kept: true }, "");
  const bar = createAddressBar(page, { kind: "fragment" });
  bar.change({ outcome: ["busy"] });
  expect(page.location.hash).toBe("#/c/acme/one?outcome=busy");
  expect(page.history.state).toEqual({ kept: true });
  expect(page.history.pushState).not.toHaveBeenCalled();
});

test("going elsewhere keeps theme and time zone, and leaves the filter behind", () => {
  const { page } = tab("/cb/c/acme/one?theme=dark&zone=utc&outcome=busy");
  const bar = createAddressBar(page, { kind: "path", base: "/cb/" });
  expect(bar.hrefOf({ kind: "home" })).toBe("/cb/?theme=dark&zone=utc");
  bar.navigate({ kind: "campaign", connection: "acme", campaign: "two" });
  expect(page.location).toMatchObject({ pathname: "/cb/c/acme/two", search: "?theme=dark&zone=utc" });
  expect(bar.current()).toMatchObject({ route: { campaign: "two" }, view: { theme: "dark", outcome: [] } });
});

test("a search that may be a number lives in memory until the reader goes elsewhere", () => {
  const { page, go } = tab("#/c/acme/one");
  const bar = createAddressBar(page, { kind: "fragment" });
  bar.change({ q: "4155550134" });
  expect(page.location.hash).toBe("#/c/acme/one");
  go("#/c/acme/one");
  expect(bar.current().view.q).toBe("4155550134");
  go("#/c/acme/two");
  expect(bar.current().view.q).toBe("");
});

test("a link to a place within the static page is no route", () => {
  const { page, go } = tab("#/c/acme/one?outcome=busy");
  const bar = createAddressBar(page, { kind: "fragment" });
  go("#calls");
  expect(bar.current()).toMatchObject({ route: { kind: "campaign" }, view: { outcome: ["busy"] } });
});

test("a browser that refuses another address change keeps the view", () => {
  const { page } = tab("#/c/acme/one");
  const bar = createAddressBar(page, { kind: "fragment" });
  vi.mocked(page.history.replaceState).mockImplementation(() => {
    throw new DOMException("Too many calls", "SecurityError");
  });
  bar.change({ outcome: ["busy"] });
  expect(bar.current().view.outcome).toEqual(["busy"]);
});

test("signing in needs a server: without one its path is unknown", () => {
  expect(locate(locationOf("/sign-in"), { kind: "path", base: "/" }).route).toEqual({ kind: "sign-in" });
  expect(locate(locationOf("/callboard/sign-in/"), { kind: "path", base: "/callboard/" }).route).toEqual({ kind: "sign-in" });
  expect(locate(locationOf("#/sign-in"), { kind: "fragment" }).route).toEqual({ kind: "unknown", path: "/sign-in" });
});

test("a place from a link takes the place of the entry that led there", () => {
  const { page } = tab("/callboard/sign-in");
  const bar = createAddressBar(page, { kind: "path", base: "/callboard/" });
  bar.replace({ route: campaign, view });
  expect(page.location.pathname + page.location.search).toBe("/callboard/c/acme/a%2Fb?outcome=failed");
  expect(bar.current()).toEqual({ route: campaign, view });
  expect(page.history.pushState).not.toHaveBeenCalled();
});

test.each<[Placement, string]>([
  [{ kind: "path", base: "/cb/" }, "/cb/wall?campaigns=acme/a%252Fb,demo/c&every=30s"],
  [{ kind: "fragment" }, "#/wall/acme/one?shift=on"],
])("a wall keeps its whole address, and is dark unless that says otherwise: %o", (placement, address) => {
  const located = locate(locationOf(address), placement);
  expect(addressOf(located, placement)).toBe(address);
  expect(located.view.theme).toBe("dark");
  expect(locate(locationOf(`${address}&theme=light`), placement).view.theme).toBe("light");
  expect(locate(locationOf(`${address}&theme=system`), placement).view.theme).toBe("system");
});
