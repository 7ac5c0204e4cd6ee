import { queryOptions } from "@tanstack/react-query";
import type { AttemptsAnswer, CallsAnswer, CallsQuery } from "#service/api.ts";
import { isAttempts, isCalls } from "./answers.ts";
import { api } from "./api.ts";
import type { ApiError } from "./api-error.ts";
import { attemptsPath, callsQuestionOf, exportQuestionOf } from "./calls-paths.ts";
import { againAfterFailure, callsKey } from "./queries.ts";
import { saveFile } from "./save-file.ts";

/** One window of call history. The last window shown stays until the next one is there. */
export function callsQuery(connection: string, id: string, query: CallsQuery) {
  const { path, body } = callsQuestionOf(connection, id, query);
  return queryOptions<CallsAnswer, ApiError>({
    queryKey: [...callsKey(connection, id), path, body],
    queryFn: async ({ signal }) => (await api.ask(path, isCalls, { signal, body })).data,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: againAfterFailure,
    placeholderData: (last, from) => (from?.queryKey[1] === connection && from.queryKey[2] === id ? last : undefined),
  });
}

/** The attempts of the number behind one call. */
export function attemptsQuery(connection: string, id: string, callId: string) {
  const path = attemptsPath(connection, id, callId);
  return queryOptions<AttemptsAnswer, ApiError>({
    queryKey: [...callsKey(connection, id), path],
    queryFn: async ({ signal }) => (await api.ask(path, isAttempts, { signal })).data,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: againAfterFailure,
  });
}

/** Saves the calls of exactly this filter and grouping as CSV. Rejects with `ApiError`. */
export async function exportCalls(connection: string, id: string, query: CallsQuery, fileName: string): Promise<void> {
  const { path, body } = exportQuestionOf(connection, id, query);
  saveFile(await api.download(path, { body }), fileName);
}
