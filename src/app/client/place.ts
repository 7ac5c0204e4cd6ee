import { type Alert, placeOfAlert } from "#campaign/alerts.ts";
import type { Instant } from "#campaign/campaign.ts";
import type { Outcome } from "#campaign/outcome.ts";
import { changeView } from "./address.ts";

/** A part of the campaign's page, by the id of its section; what has none is its top. */
export type Panel = "top" | "progress" | "files" | "statistics" | "calls" | "configuration" | "activity";

/** Where a reader is led to: a panel, and the calls it is about where there are such. */
export type Place = {
  panel: Panel;
  calls?: { outcome: Outcome[]; since: Instant; until: Instant | undefined } | undefined;
};

/** Every filter of the calls as it is when nothing is filtered. */
const unfiltered = { outcome: [], q: "", contact: undefined, retries: [], since: undefined, until: undefined, slot: undefined, by: {} };

/** Leads to a part of the page that is shown; focus goes along, for who reads by ear. */
export function goTo({ panel, calls }: Place): void {
  if (calls !== undefined) changeView({ ...unfiltered, group: "call", ...calls });
  const section = document.getElementById(panel);
  if (section === null) {
    window.scrollTo(0, 0);
    return;
  }
  section.tabIndex = -1;
  section.scrollIntoView();
  section.focus({ preventScroll: true });
}

/** Leads to the view that shows why there is an alert. */
export function goToAlert(alert: Alert): void {
  const { panel, failedSince } = placeOfAlert(alert);
  goTo({ panel, calls: failedSince === undefined ? undefined : { outcome: ["failed"], since: failedSince, until: undefined } });
}
