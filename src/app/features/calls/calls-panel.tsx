import { memo } from "react";
import type { CampaignAnswer } from "#service/api.ts";
import { useSame } from "../../client/use-same.ts";
import { useViewer } from "../../client/viewer.ts";
import { CallHistory } from "./call-history.tsx";
import { sightOf } from "./call-sight.ts";
import { HistoryReading } from "./history-reading.tsx";
import { NoCalls, NotReported, TableOnItsWay } from "./calls-states.tsx";
import { subjectOf } from "./subject.ts";

type CallsPanelProps = { connection: string; campaign: string; answer: CampaignAnswer };

/** The call history of a campaign, or why there is none. */
export const CallsPanel = memo(function CallsPanel({ connection, campaign, answer }: CallsPanelProps) {
  const viewer = useViewer();
  const sight = useSame(viewer && sightOf(viewer));
  const subject = useSame(subjectOf(answer, sight));
  if (!answer.reports.calls || !answer.calls.reported) return <NotReported provider={answer.connection.provider.name} />;
  const { rows, numbers, reading } = answer.calls.value;
  if (rows === 0) {
    return (
      <NoCalls answer={answer} isRead={reading === undefined || reading.complete}>
        <HistoryReading {...{ connection, campaign, subject }} />
      </NoCalls>
    );
  }
  if (sight === undefined) return <TableOnItsWay />;
  return <History key={`${connection}/${campaign}`} {...{ connection, campaign, subject, sight, rows, numbers }} />;
});

/** The table holds the place of so many rows only until it has read some. */
const History = memo(CallHistory, (before, after) => before.subject === after.subject && before.sight === after.sight);
