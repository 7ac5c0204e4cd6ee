import { currentRoute } from "./address.ts";

let taken = "";
const listeners = new Set<() => void>();

/** The fragment with a code that this page was opened with, held in memory alone. */
export const signInFragment = {
  now: () => taken,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** Takes the code of a sign-in link, or of a frame that was handed over, out of the address before anything else happens, and out of one pasted later. */
export function takeSignInFragment(page: Window): void {
  const take = (): void => {
    const { location, history } = page;
    const { kind } = currentRoute();
    if (!(kind === "sign-in" ? /./ : kind === "embed" ? /^#code=/ : /$^/).test(location.hash)) return;
    taken = location.hash;
    // The address bar, the history and every later link are without it from here on.
    history.replaceState(history.state, "", location.pathname + location.search);
    for (const listener of listeners) listener();
  };
  take();
  page.addEventListener("hashchange", take);
}
