import type { CallsQuery } from "#service/api.ts";
import { callsParameters } from "./calls-parameters.ts";
import { campaignPath } from "./paths.ts";
import { isPrivateSearch } from "./private-search.ts";

export function attemptsPath(connection: string, id: string, callId: string): string {
  return `${campaignPath(connection, id)}/calls/${encodeURIComponent(callId)}/attempts`;
}

/** A question about calls: by GET, or with a body when the search may be a number. */
type CallsQuestion = { path: string; body: Record<string, string> | undefined };

function callsQuestion(path: string, postPath: string, query: CallsQuery): CallsQuestion {
  const parameters = callsParameters(query);
  const texts = [query.q ?? "", ...Object.values(query.dimensions).flat()];
  return query.contact !== undefined || texts.some(isPrivateSearch)
    ? { path: postPath, body: parameters }
    : { path: `${path}?${new URLSearchParams(parameters)}`, body: undefined };
}

export function callsQuestionOf(connection: string, id: string, query: CallsQuery): CallsQuestion {
  const path = `${campaignPath(connection, id)}/calls`;
  return callsQuestion(path, `${path}/query`, query);
}

export function exportQuestionOf(connection: string, id: string, query: CallsQuery): CallsQuestion {
  const path = `${campaignPath(connection, id)}/calls.csv`;
  return callsQuestion(path, path, query);
}
