/** The viewer's own zone. */
export function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Zones asked about so far: each question of a browser costs a millisecond. */
const showable = new Map<string, boolean>();

/** Whether this browser can show times of a zone; browsers know fewer names than they are sent. */
function isShowable(zone: string): boolean {
  const known = showable.get(zone) ?? canShow(zone);
  showable.set(zone, known);
  return known;
}

function canShow(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/**
 * The zone times are shown in. A campaign whose zone is not reported or not
 * known is shown in UTC, which is nobody's guess.
 */
export function shownZone(choice: "campaign" | "mine" | "utc", campaignZone: string | undefined): string {
  if (choice === "mine") return ownZone();
  return choice === "campaign" && campaignZone !== undefined && isShowable(campaignZone) ? campaignZone : "UTC";
}

/** New York, from `America/New_York`. */
export function cityOf(zone: string): string {
  return zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " ");
}
