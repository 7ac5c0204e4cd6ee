import type { CampaignAnswer } from "#service/api.ts";
import { formatCount } from "../../ui/format.ts";

/** What stands in place of a bar: calls, as a figure, and why there is no more. */
export type NothingCounted = { calls: { count: number; source: string; beside: string | undefined } | undefined; what: string; why: string };

type Counted = Pick<CampaignAnswer, "progress" | "calls" | "reports" | "connection">;

/** Where the platform counts no contacts: what there is instead, calmly. `undefined` where something is counted. */
export function nothingCounted({ progress, calls, reports, connection }: Counted): NothingCounted | undefined {
  if (progress.source !== "none" || progress.total.reported) return undefined;
  const provider = connection.provider.name;
  const history = calls.reported ? calls.value : undefined;
  if (history !== undefined && history.rows > 0) {
    const { rows, reading } = history;
    const total = reading?.total ?? rows;
    const beside = total === rows ? undefined : `${formatCount(rows)} of them ${reading?.complete === false ? "read so far" : "listed"}`;
    return {
      calls: { count: total, source: total === rows ? "call history" : "the call history’s own total", beside },
      what: total === 1 ? "call" : "calls",
      why: `These are calls, not contacts: ${provider} does not report how many contacts there are, so there is no percentage.`,
    };
  }
  const isRead = history !== undefined && history.reading?.complete !== false;
  if (reports.calls && !isRead) {
    return { calls: undefined, what: "Not read yet.", why: "How far the campaign is, is told from its list, which is being read." };
  }
  return {
    calls: undefined,
    what: `Not counted by ${provider}.`,
    why: "It reports neither contacts nor calls, so how far this campaign is cannot be told.",
  };
}
