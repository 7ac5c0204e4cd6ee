import type { Instant } from "#campaign/campaign.ts";

const hourMilliseconds = 3_600_000;
const blockMilliseconds = 4 * hourMilliseconds;
const firstBlock = 2 * hourMilliseconds;

/** Zones in which it is between 09:00 and 11:00 when the UTC block 02, 06, 10 … 22 begins. */
const zones = [
  "Asia/Singapore",
  "Asia/Dubai",
  "Europe/London",
  "America/New_York",
  "America/Los_Angeles",
  "Pacific/Auckland",
] as const;

/**
 * The instant a world is laid out around: the start of the four-hour block `now`
 * is in. Worlds begun within one block are the same world, so a restart loses nothing.
 */
export function anchorOf(now: Instant): Instant {
  return Math.floor((now - firstBlock) / blockMilliseconds) * blockMilliseconds + firstBlock;
}

/** `here`: it is mid-morning to mid-afternoon at the anchor, so a demo is calling. `away`: the opposite side, at night. */
export function zonesAt(anchor: Instant): { here: string; away: string } {
  const block = Math.round(((anchor - firstBlock) % (24 * hourMilliseconds)) / blockMilliseconds);
  const zone = (index: number): string => zones[(index + zones.length) % zones.length] ?? zones[0];
  return { here: zone(block), away: zone(block + zones.length / 2) };
}
