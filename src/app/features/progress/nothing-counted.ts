import type { CampaignAnswer } from "#service/api.ts";

/** What stands in place of a bar: calls that are listed, as a figure, and why there is no more. */
export type NothingCounted = { calls: number | undefined; what: string; why: string };

type Counted = Pick<CampaignAnswer, "progress" | "calls" | "reports" | "connection">;

/** Where the platform counts no contacts: what there is instead, calmly. `undefined` where something is counted. */
export function nothingCounted({ progress, calls, reports, connection }: Counted): NothingCounted | undefined {
  if (progress.source !== "none" || progress.total.reported) return undefined;
  const provider = connection.provider.name;
  const listed = calls.reported ? calls.value.rows : 0;
  if (listed > 0) {
    return {
      calls: listed,
      what: listed === 1 ? "call listed" : "calls listed",
      why: `These are calls, not contacts: ${provider} does not report how many contacts there are, so there is no percentage.`,
    };
  }
  const isRead = calls.reported && calls.value.reading?.complete !== false;
  if (reports.calls && !isRead) {
    return { calls: undefined, what: "Not read yet.", why: "How far the campaign is, is told from its list, which is being read." };
  }
  return {
    calls: undefined,
    what: `Not counted by ${provider}.`,
    why: "It reports neither contacts nor calls, so how far this campaign is cannot be told.",
  };
}
