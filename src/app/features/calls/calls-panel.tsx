import type { CampaignAnswer } from "#service/api.ts";
import { CallHistory } from "./call-history.tsx";
import { NoCalls, NotReported } from "./calls-states.tsx";

type CallsPanelProps = { connection: string; campaign: string; answer: CampaignAnswer };

/** The call history of a campaign, or why there is none. */
export function CallsPanel({ connection, campaign, answer }: CallsPanelProps) {
  const { name, reports } = answer.connection.provider;
  if (!reports.calls || !answer.calls.reported) return <NotReported provider={name} />;
  const { rows, numbers } = answer.calls.value;
  if (rows === 0) return <NoCalls answer={answer} />;
  return <CallHistory key={`${connection}/${campaign}`} {...{ connection, campaign, answer, rows, numbers }} />;
}
