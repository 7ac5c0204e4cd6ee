import type { CampaignScope } from "#service/access/viewer.ts";
import { z } from "zod";

const pattern = /^(\*|[a-z0-9][a-z0-9-]*)\/(.+)$/;

/** `--campaigns` as it was given, once or more often: each CONNECTION/CAMPAIGN, separated by commas. */
export const CampaignsOption = z
  .array(z.string())
  .transform((texts) => texts.flatMap((text) => text.split(",")).map((part) => part.trim()))
  .pipe(z.array(z.string().regex(pattern)));

/** What is chosen, as `--campaigns` takes it. */
export function wordScope(scope: CampaignScope): string {
  return Object.entries(scope)
    .flatMap(([connection, campaigns]) => campaigns.map((campaign) => `${connection}/${campaign}`))
    .join(",");
}

/** What is chosen, by connection. */
export function scopeOf(campaigns: readonly string[]): CampaignScope {
  const scope = new Map<string, string[]>();
  for (const text of campaigns) {
    const [, connection = "", campaign = ""] = pattern.exec(text) ?? [];
    scope.set(connection, [...(scope.get(connection) ?? []), campaign]);
  }
  return Object.fromEntries(scope);
}
