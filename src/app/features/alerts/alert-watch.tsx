import { useEffect, useMemo, useRef } from "react";
import type { Alert } from "#campaign/alerts.ts";
import { currentRoute, navigate } from "../../client/address.ts";
import { type AlertTeller, createAlertTeller } from "../../client/alert-teller.ts";
import { useAlerts, useAway } from "../../client/alerts.ts";
import { notify } from "../../client/notifications.ts";
import { goToAlert } from "../../client/place.ts";
import { joinTabs } from "../../client/told-elsewhere.ts";
import { wordAlert, wordTitle } from "../../words/alert-words.ts";
import { fileNames } from "../../words/file-names.ts";

type Watched = NonNullable<ReturnType<typeof useAlerts>>;
type WatchProps = { connection: string; campaign: string };

/** Tells whoever asked for it what happens while nobody looks: by notifications, and by a sign in the tab's title. */
export function AlertWatch({ connection, campaign }: WatchProps) {
  const watched = useAlerts(connection, campaign);
  const { away, hidden } = useAway();
  const latest = useRef<Watched>(undefined);
  const teller = useRef<AlertTeller>(undefined);
  const key = useMemo(() => JSON.stringify([connection, campaign]), [connection, campaign]);

  useEffect(() => {
    const tabs = joinTabs((told) => {
      if (told.campaign === key) teller.current?.toldElsewhere(told.keys);
    });
    teller.current = createAlertTeller({
      tell: (alert) => latest.current && show(alert, latest.current, { connection, campaign }),
      tellOthers: (keys) => tabs.tell({ campaign: key, keys }),
    });
    return () => tabs.close();
  }, [key, connection, campaign]);

  const alerts = watched?.alerts;
  useEffect(() => {
    if (watched === undefined) return;
    latest.current = watched;
    teller.current?.see(watched.alerts, away);
  });

  const name = watched?.answer.campaign.name;
  const needing = hidden ? (alerts ?? []).filter(({ kind }) => kind !== "finished").length : 0;
  useEffect(() => {
    if (name === undefined) return;
    document.title = wordTitle(name, needing);
    return () => {
      document.title = wordTitle(name, 0);
    };
  }, [name, needing]);
  return null;
}

function show(alert: Alert, { answer, now }: Watched, { connection, campaign }: WatchProps): void {
  const names = new Map(fileNames(answer.files));
  const { title, body } = wordAlert(alert, { now, providerName: answer.connection.provider.name, nameOf: (file) => names.get(file) ?? file });
  notify({
    title: `${answer.campaign.name}: ${title}`,
    body,
    tag: `callboard ${connection} ${campaign} ${alert.key}`,
    onPress: () => {
      const route = currentRoute();
      const isHere = route.kind === "campaign" && route.connection === connection && route.campaign === campaign;
      if (!isHere) navigate({ kind: "campaign", connection, campaign });
      goToAlert(alert);
    },
  });
}
