import { useMemo } from "react";
import type { CampaignAnswer } from "#service/api.ts";
import { useView } from "../../client/address.ts";
import { useHistory, useKeepsHistory } from "../../client/history.ts";
import { useSame } from "../../client/use-same.ts";
import { shownZone } from "../../ui/zone.ts";
import { fileNames } from "../../words/file-names.ts";
import { type EventMark, eventMarks } from "./event-marks.ts";

/** The events a chart marks, the newest first; `undefined` on hosts that keep none, where there is no lane for them. */
export function useEventMarks(connection: string, campaign: string, answer: CampaignAnswer, daysZone: string): readonly EventMark[] | undefined {
  const [{ zone: choice }] = useView();
  const kept = useKeepsHistory() === true;
  const events = useHistory(connection, campaign)?.events;
  const named = useSame(fileNames(answer.files));
  const zone = shownZone(choice, daysZone);
  const providerName = answer.connection.provider.name;
  return useMemo(() => {
    if (!kept) return undefined;
    const names = new Map(named);
    return eventMarks(events ?? [], { zone, providerName, nameOf: (file) => names.get(file) ?? file });
  }, [kept, events, named, zone, providerName]);
}
