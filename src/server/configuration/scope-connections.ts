import type { CampaignScope } from "#service/access/viewer.ts";
import { nearest } from "#service/configuration/nearest.ts";

/**
 * A sentence for each connection that a scope names and that is not there: whoever wrote it believes
 * to have granted something. `known`: those configured; `undefined` where the demo is shown.
 */
export function unknownConnections(key: string, scope: CampaignScope, known: readonly string[] | undefined): string[] {
  if (known === undefined) return [];
  return Object.keys(scope)
    .filter((name) => name !== "*" && !known.includes(name))
    .map((name) => {
      const alike = nearest(name, known);
      return `${key} names the connection ${name}, which is not configured: write ${alike ?? `one of ${known.join(", ")}`}, or leave it out.`;
    });
}
