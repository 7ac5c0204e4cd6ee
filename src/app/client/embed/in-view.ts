import { focusManager } from "@tanstack/react-query";

type Sight = { document: boolean; frame: boolean; host: boolean };

/**
 * Has nothing polled while nobody can see the frame: its tab hidden, it scrolled out of view, or its host
 * says so. Seen again, it reads at once.
 */
export function watchView(page: Window & { IntersectionObserver: typeof IntersectionObserver }, onShown: (shown: boolean) => void) {
  const sight: Sight = { document: page.document.visibilityState !== "hidden", frame: true, host: true };
  let shown: boolean | undefined;
  const change = (patch: Partial<Sight>): void => {
    Object.assign(sight, patch);
    const next = sight.document && sight.frame && sight.host;
    if (next === shown) return;
    shown = next;
    onShown(next);
    focusManager.setFocused(next);
  };
  focusManager.setEventListener(() => {
    const look = (): void => change({ document: page.document.visibilityState !== "hidden" });
    page.document.addEventListener("visibilitychange", look);
    return () => page.document.removeEventListener("visibilitychange", look);
  });
  new page.IntersectionObserver((entries) => change({ frame: entries.at(-1)?.isIntersecting === true })).observe(page.document.documentElement);
  change({});
  return { hostShows: (host: boolean) => change({ host }) };
}
