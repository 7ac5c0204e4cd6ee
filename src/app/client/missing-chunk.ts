/** A second missing chunk within this time is no new deploy: reloading again would not mend it. */
const patienceMilliseconds = 60_000;

const mark = "reloadedAt";

function reloadedAt(state: unknown): number {
  if (typeof state !== "object" || state === null || !(mark in state)) return Number.NEGATIVE_INFINITY;
  return typeof state.reloadedAt === "number" ? state.reloadedAt : Number.NEGATIVE_INFINITY;
}

/**
 * A part of the page that is gone means that a newer version was deployed: the
 * page is loaded again, once, and only when the server answers. The mark that
 * prevents a loop stands in the history entry, since storage may be closed to us.
 */
export function reloadOnMissingChunk(page: Window): void {
  let isReloading = false;

  async function reload(): Promise<void> {
    const { history, location } = page;
    const state: unknown = history.state;
    if (isReloading || Math.abs(Date.now() - reloadedAt(state)) < patienceMilliseconds) return;
    isReloading = true;
    const answer = await fetch(location.pathname + location.search, { method: "HEAD", cache: "no-store", redirect: "error" }).catch(() => undefined);
    isReloading = answer?.ok === true;
    if (!isReloading) return;
    history.replaceState({ ...history.state, [mark]: Date.now() }, "");
    location.reload();
  }

  page.addEventListener("vite:preloadError", () => void reload());
}

/** Loads the page again, as it is addressed now. */
export function reloadPage(): void {
  window.location.reload();
}
