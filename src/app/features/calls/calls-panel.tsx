import type { CampaignAnswer } from "#service/api.ts";
import { CallHistory } from "./call-history.tsx";
import { HistoryReading } from "./history-reading.tsx";
import { NoCalls, NotReported } from "./calls-states.tsx";

type CallsPanelProps = { connection: string; campaign: string; answer: CampaignAnswer };

/** The call history of a campaign, or why there is none. */
export function CallsPanel({ connection, campaign, answer }: CallsPanelProps) {
  if (!answer.reports.calls || !answer.calls.reported) return <NotReported provider={answer.connection.provider.name} />;
  const { rows, numbers, reading } = answer.calls.value;
  if (rows === 0) {
    return (
      <NoCalls answer={answer} isRead={reading === undefined || reading.complete}>
        <HistoryReading {...{ connection, campaign, answer }} />
      </NoCalls>
    );
  }
  return <CallHistory key={`${connection}/${campaign}`} {...{ connection, campaign, answer, rows, numbers }} />;
}
