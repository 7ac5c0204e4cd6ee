import type { DisplayCampaigns } from "../../client/displays.ts";

/** A campaign that a display shall show; the id `*` stands for all of its connection. */
export type Chosen = { connection: string; campaign: string };

export function isSame(one: Chosen, other: Chosen): boolean {
  return one.connection === other.connection && one.campaign === other.campaign;
}

/** With or without one more. */
export function toggled(chosen: readonly Chosen[], one: Chosen): Chosen[] {
  return chosen.some((each) => isSame(each, one)) ? chosen.filter((each) => !isSame(each, one)) : [...chosen, one];
}

/** What is chosen, by connection. */
export function scopeOf(chosen: readonly Chosen[]): DisplayCampaigns {
  const scope = new Map<string, string[]>();
  for (const { connection, campaign } of chosen) scope.set(connection, [...(scope.get(connection) ?? []), campaign]);
  return Object.fromEntries(scope);
}
