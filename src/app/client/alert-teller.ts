import { type Alert, toTell } from "#campaign/alerts.ts";

export type AlertTeller = {
  /** What there is to tell now, and whether nobody looks. */
  see(alerts: readonly Alert[], away: boolean): void;
  /** Another tab told these, or somebody looked at them there. */
  toldElsewhere(keys: readonly string[]): void;
};

/**
 * Tells each alert of a campaign once until it ended. What is in force when watching begins, and what begins
 * while somebody looks, is on the page and not told; `tellOthers` keeps other tabs of this browser from it.
 */
export function createAlertTeller({ tell, tellOthers }: { tell: (alert: Alert) => void; tellOthers: (keys: string[]) => void }): AlertTeller {
  let told: ReadonlySet<string> = new Set();
  let isFirst = true;
  return {
    see(alerts, away) {
      const next = toTell(alerts, told);
      const fresh = alerts.filter(({ key }) => !told.has(key)).map(({ key }) => key);
      if (isFirst || !away) {
        told = new Set([...next.told, ...fresh]);
        if (!away && fresh.length > 0) tellOthers(fresh);
      } else {
        ({ told } = next);
        if (next.tell.length > 0) tellOthers(next.tell.map(({ key }) => key));
        for (const alert of next.tell) tell(alert);
      }
      isFirst = false;
    },
    toldElsewhere(keys) {
      told = new Set([...told, ...keys]);
    },
  };
}
