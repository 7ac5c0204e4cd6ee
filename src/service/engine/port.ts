import type { Instant } from "#campaign/campaign.ts";
import type { CampaignListPage } from "#providers/provider.ts";
import type { Projection } from "../access/projection.ts";
import type { CallsQuery, HeldBack, UpstreamProblem } from "../api.ts";

/** What every answer carries as headers, so that bodies hold only what changes with the data. */
export type ReadClock = {
  now: Instant;
  readAt: Instant | undefined;
  /** When the oldest page of a paged call history was read. */
  callsReadAt: Instant | undefined;
  nextPollMilliseconds: number;
  intervalMilliseconds: number;
};

/** No shorter wait is named for the next poll, unless the interval itself is shorter. Milliseconds. */
export const shortestWait = ({ intervalMilliseconds }: Pick<ReadClock, "intervalMilliseconds">): number => Math.min(500, intervalMilliseconds);

/** Why there is no answer: the platform could not be read, or was not asked. */
export type NoAnswer = UpstreamProblem | HeldBack;

/** A serialised answer with the clock of its data, or why there is none. */
export type EngineAnswer =
  | { ok: true; bytes: Uint8Array<ArrayBuffer>; etag: string; clock: ReadClock }
  | { ok: false; problem: NoAnswer; clock: ReadClock };

export type CsvAnswer =
  | { ok: true; chunks: Iterable<string> | AsyncIterable<string>; name: string }
  | { ok: false; problem: NoAnswer };

/** `all`: every campaign as one page, for those who may see only some and must not learn how many others there are. */
export type ListQuestion = { page: number; search: string | undefined } | { all: true };
export type ListResult = { ok: true; page: CampaignListPage; readAt: Instant } | { ok: false; problem: NoAnswer };

/**
 * The way from the front to an engine. Questions and answers are plain data
 * (and one iterable), so that the engine can live on another thread.
 * Connections are named; a name the engine does not hold rejects. What leaves it is
 * what the projection lets through.
 */
export type EnginePort = {
  campaigns(connection: string, question: ListQuestion): Promise<ListResult>;
  campaign(connection: string, id: string, projection: Projection, refresh: boolean): Promise<EngineAnswer>;
  calls(connection: string, id: string, projection: Projection, query: CallsQuery): Promise<EngineAnswer>;
  /** `undefined` in place of an answer: the campaign holds no such call. */
  attempts(connection: string, id: string, projection: Projection, callId: string): Promise<EngineAnswer | undefined>;
  csv(connection: string, id: string, projection: Projection, query: CallsQuery): Promise<CsvAnswer>;
};
