import type { Route } from "./route.ts";
import { pathOf, routeAt } from "./route.ts";
import type { View } from "./view.ts";
import { defaultView, parametersOf, viewOf } from "./view.ts";

/** Where routes stand in an address: in the path under a base, or in the fragment. */
export type Placement = { kind: "path"; base: string } | { kind: "fragment" };

/** What is used of `window`. */
export type Page = {
  location: Pick<Location, "pathname" | "search" | "hash">;
  history: Pick<History, "state" | "pushState" | "replaceState">;
  addEventListener(type: "popstate" | "hashchange", listener: () => void): void;
  scrollTo(x: number, y: number): void;
};

export type Located = { route: Route; view: View };

/** The part of an address that is ours, as `/path?parameters`. */
function ours(location: Page["location"], placement: Placement): string {
  if (placement.kind === "fragment") return location.hash.slice(1);
  const { pathname, search } = location;
  const inside = pathname.startsWith(placement.base) ? `/${pathname.slice(placement.base.length)}` : pathname;
  return inside + search;
}

export function locate(location: Page["location"], placement: Placement): Located {
  const text = ours(location, placement);
  const mark = text.indexOf("?");
  const path = mark < 0 ? text : text.slice(0, mark);
  const query = mark < 0 ? "" : text.slice(mark + 1);
  const found = routeAt(path, query);
  // Without a server there is nobody to sign in to.
  const route = found.kind === "sign-in" && placement.kind === "fragment" ? { kind: "unknown" as const, path } : found;
  const view = viewOf(new URLSearchParams(query));
  // A bright wall lights the room; `theme=light` asks for one.
  return { route, view: route.kind === "wall" && !/(^|&)theme=/.test(query) ? { ...view, theme: "dark" } : view };
}

/** The address of a route and view, to be resolved against the page's own. */
export function addressOf({ route, view }: Located, placement: Placement): string {
  const parameters = route.kind === "wall" ? route.query : parametersOf(view);
  const text = pathOf(route) + (parameters === "" ? "" : `?${parameters}`);
  return placement.kind === "fragment" ? `#${text}` : placement.base + text.slice(1);
}

/** What stays when going elsewhere: how things are shown, not which. */
function carried({ theme, zone }: View): View {
  return { ...defaultView, theme, zone };
}

export type AddressBar = {
  subscribe(listener: () => void): () => void;
  current(): Located;
  hrefOf(route: Route): string;
  navigate(route: Route): void;
  /** Goes there in place of this entry of the browser's history. */
  replace(located: Located): void;
  change(patch: Partial<View>): void;
};

/**
 * The link is the state; what is held here beside it is only a search that may
 * be a telephone number, which never enters an address.
 */
export function createAddressBar(page: Page, placement: Placement): AddressBar {
  const listeners = new Set<() => void>();
  let located = locate(page.location, placement);

  function become(next: Located): void {
    located = next;
    for (const listener of listeners) listener();
  }

  function reread(): void {
    // A link to a place within the page is no route.
    if (placement.kind === "fragment" && /^#[^/]/.test(page.location.hash)) return;
    const now = locate(page.location, placement);
    // What is known already is left alone: reading it again would drop a private search.
    if (addressOf(now, placement) !== addressOf(located, placement)) become(now);
  }
  page.addEventListener("popstate", reread);
  page.addEventListener("hashchange", reread);

  const hrefOf = (route: Route): string => addressOf({ route, view: carried(located.view) }, placement);

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    current: () => located,
    hrefOf,
    navigate(route) {
      page.history.pushState(null, "", hrefOf(route));
      become({ route, view: carried(located.view) });
      page.scrollTo(0, 0);
    },
    replace(next) {
      page.history.replaceState(null, "", addressOf(next, placement));
      become(next);
      page.scrollTo(0, 0);
    },
    change(patch) {
      const view = { ...located.view, ...patch };
      try {
        // A frame's address says who embeds it, and nobody reads it.
        if (located.route.kind !== "embed") page.history.replaceState(page.history.state, "", addressOf({ route: located.route, view }, placement));
      } catch {
        // Safari refuses more than 100 changes in half a minute; the next one writes all of them.
      }
      become({ route: located.route, view });
    },
  };
}
