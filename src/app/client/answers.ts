import type { AttemptsAnswer, CallsAnswer, CampaignAnswer, CampaignListAnswer, ConnectionsAnswer } from "#service/api.ts";
import type { HistoryAnswer } from "#service/api-history.ts";

/**
 * Tells Callboard's own answers from anything else that stands at the same
 * address. Service and app are built together, so one key is enough.
 */
function answerWith<T extends object>(key: keyof T & string): (body: unknown) => body is T {
  return (body): body is T => typeof body === "object" && body !== null && key in body;
}

export const isConnections = answerWith<ConnectionsAnswer>("connections");
export const isCampaignList = answerWith<CampaignListAnswer>("campaigns");
export const isCampaign = answerWith<CampaignAnswer>("progress");
export const isCalls = answerWith<CallsAnswer>("asOf");
export const isAttempts = answerWith<AttemptsAnswer>("earlierNotReported");
export const isHistory = answerWith<HistoryAnswer>("events");
