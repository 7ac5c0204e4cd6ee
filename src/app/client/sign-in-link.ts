import { useSyncExternalStore } from "react";
import { currentRoute } from "./address.ts";

/** What a sign-in link holds: the code that is good once, and where to go then. */
export type SignInLink = { code: string; to: string | undefined };

/** The link of a fragment such as `#code=…&to=%2Fc%2F…`; without a code, `undefined`. */
export function linkOf(fragment: string): SignInLink | undefined {
  const parts = new URLSearchParams(fragment.replace(/^#/, ""));
  const code = parts.get("code")?.trim() ?? "";
  return code === "" ? undefined : { code, to: parts.get("to") ?? undefined };
}

/** The link in what somebody pasted: the whole of it, or its code alone. `undefined`: there is none in it. */
export function linkOfPaste(pasted: string): SignInLink | undefined {
  const text = pasted.trim();
  const mark = text.indexOf("#");
  if (mark >= 0) return linkOf(text.slice(mark));
  return /^[\w.~-]+$/.test(text) ? { code: text, to: undefined } : undefined;
}

let taken: SignInLink | undefined;
const listeners = new Set<() => void>();

function take({ location, history }: Pick<Window, "location" | "history">): void {
  if (currentRoute().kind !== "sign-in" || location.hash === "") return;
  const link = linkOf(location.hash);
  // The address bar, the history and every later link are without it from here on.
  history.replaceState(history.state, "", location.pathname + location.search);
  taken = link;
  for (const listener of listeners) listener();
}

/** Takes the code out of the address before anything else happens, and out of one that is pasted later. */
export function takeSignInLinks(page: Window): void {
  take(page);
  page.addEventListener("hashchange", () => take(page));
}

/** The link that this page was opened with, held in memory alone. */
export function useSignInLink(): SignInLink | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => taken,
  );
}
