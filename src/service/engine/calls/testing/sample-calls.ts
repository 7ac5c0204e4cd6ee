import type { Call } from "#campaign/call.ts";
import type { FinalityRules } from "#campaign/contact-state.ts";
import type { CallsQuery } from "#service/api.ts";

/** For tests: a call with what the test is about. */
export function sampleCall(about: Partial<Call> & { id: string }): Call {
  const outcome = about.outcome ?? "completed";
  return { to: "+12025550100", outcome, word: outcome, retries: 0, createdAt: undefined, ...about };
}

/** For tests: the first window of everything, but for what the test is about. */
export function sampleQuery(about: Partial<CallsQuery> = {}): CallsQuery {
  return {
    group: "number",
    outcome: [],
    q: undefined,
    retries: [],
    since: undefined,
    until: undefined,
    slot: undefined,
    dimensions: {},
    sort: "created",
    descending: true,
    offset: 0,
    limit: 100,
    asOf: undefined,
    ...about,
  };
}

export const sampleRules: FinalityRules = { maxRetries: 2, voicemailIsFinal: false, ended: false, resultsAreFinal: false };
