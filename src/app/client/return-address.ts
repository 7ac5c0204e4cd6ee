import type { Located } from "./address-bar.ts";
import { locate } from "./address-bar.ts";
import { defaultView } from "./view.ts";

const key = "callboard.return";

/** What is used of `window`; reading either storage may throw where the browser denies it. */
export type Storages = Pick<Window, "sessionStorage" | "localStorage">;

/** This tab's first; the other is for a link that opens in a tab of its own. */
const places = [(storages: Storages) => storages.sessionStorage, (storages: Storages) => storages.localStorage];

/** Runs on each storage that the browser allows. */
function onEach(storages: Storages, work: (storage: Storage) => void): void {
  for (const place of places) {
    try {
      work(place(storages));
    } catch {
      // Denied or full: whoever signs in then begins at the list.
    }
  }
}

/** Keeps the address that was asked for until somebody signs in. It is a shared link: no secret, no number. */
export function rememberAddress(storages: Storages, address: string): void {
  onEach(storages, (storage) => storage.setItem(key, address));
}

/** The address that was asked for before, once: it is forgotten by asking. */
export function takeRememberedAddress(storages: Storages): string | undefined {
  let found: string | undefined;
  onEach(storages, (storage) => {
    found ??= storage.getItem(key) ?? undefined;
    storage.removeItem(key);
  });
  return found;
}

/** The place at a local path such as `/c/acme/c1?outcome=failed`, with or without the base; `undefined` where it is none of ours. */
export function placeAt(path: string | undefined, base: string): Located | undefined {
  if (path === undefined || !/^\/(?![/\\])/.test(path)) return undefined;
  const nowhere = "http://callboard.invalid";
  if (!URL.canParse(path, nowhere)) return undefined;
  const { origin, pathname, search } = new URL(path, nowhere);
  const located = locate({ pathname, search, hash: "" }, { kind: "path", base });
  const { route } = located;
  const isOurs = origin === nowhere && (["home", "campaign", "wall"].includes(route.kind) || (route.kind === "unknown" && route.path === "/displays"));
  return isOurs ? located : undefined;
}

/** Where to go after signing in: where the link says, else what was asked for before, else home. */
export function placeAfterSignIn(to: string | undefined, remembered: string | undefined, base: string): Located {
  return placeAt(to, base) ?? placeAt(remembered, base) ?? { route: { kind: "home" }, view: defaultView };
}
