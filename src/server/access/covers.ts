import type { CampaignScope, Viewer } from "#service/access/viewer.ts";

/**
 * Whether a viewer may read all that a scope lets in. A pattern that fits another's text fits all that
 * the other fits: its own parts hold no `*`, so they lie within the other's.
 */
export function covers({ mayRead }: Pick<Viewer, "mayRead">, scope: CampaignScope): boolean {
  return Object.entries(scope).every(([connection, patterns]) => patterns.every((pattern) => mayRead(connection, pattern)));
}
