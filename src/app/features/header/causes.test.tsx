import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { CampaignEvent } from "#campaign/history/event.ts";
import type { CampaignAnswer, ConnectionsAnswer } from "#service/api.ts";
import type { HistoryAnswer } from "#service/api-history.ts";
import { historyQuery, stampOf } from "../../client/history.ts";
import { campaignQuery, connectionsQuery } from "../../client/queries.ts";
import { publishedAnswer, publishedNow as now } from "../../surfaces/testing/published-answer.ts";
import { Causes } from "./causes.tsx";

const minute = 60_000;
const jumped = (at: number): CampaignEvent => ({ kind: "failure_rate_jumped", from: 0.08, to: 0.31, calls: 120, at, after: at });

/** What is said on a host that keeps a history, or none, after these events. */
async function said(history: boolean, events: CampaignEvent[], { campaign, ...change }: Partial<CampaignAnswer> = {}, otherwise?: string): Promise<string> {
  const published = await publishedAnswer();
  const answer = { ...published, campaign: { ...published.campaign, ...campaign }, ...change };
  const { name } = answer.connection;
  const client = new QueryClient();
  const connections: ConnectionsAnswer = {
    host: { kind: "node", version: "1" },
    capabilities: { export: true, history, displays: false, alerts: false },
    connections: [],
    viewer: { label: "", numbers: "full", surface: "page", permissions: [], signedIn: false, ownContact: false },
    platforms: [],
  };
  const pace = { now: undefined, today: undefined };
  const today = { at: [], done: [], calls: [], successRatePercent: [], averageDurationSeconds: [] };
  const seen: HistoryAnswer = { since: 0, gaps: [], today, days: [], pace: { calls: pace, contacts: pace, files: [] }, comparison: undefined, estimate: undefined, events };
  client.setQueryData(connectionsQuery().queryKey, connections);
  client.setQueryData(campaignQuery(name, "c1").queryKey, answer);
  if (history) client.setQueryData(historyQuery(name, "c1", stampOf(answer)).queryKey, seen);
  return renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <Causes campaign="c1" answer={answer} now={now} zone="America/New_York" otherwise={otherwise} />
    </QueryClientProvider>,
  ).replaceAll("\u202f", " ");
}

const jump = "Failure rate jumped from 8.0 % to 31 % at 14:05.";
const allLines: Partial<CampaignAnswer> = { sentence: { kind: "calling", closesAt: undefined, linesInUse: 8 } };

test("a jump that is news is told with both shares and when it was seen", async () => {
  expect(await said(true, [jumped(now - 41 * minute)])).toBe(` ${jump}`);
});

test("nothing is told of an old one, of a campaign that does not call, nor without a history", async () => {
  expect(await said(true, [])).toBe("");
  expect(await said(true, [jumped(now - 61 * minute)])).toBe("");
  const published = await publishedAnswer();
  expect(await said(true, [jumped(now - minute)], { campaign: { ...published.campaign, status: { kind: "paused", word: "paused" } } })).toBe("");
  expect(await said(false, [jumped(now - minute)])).toBe("");
});

test("the most pressing comes first, and from afar alone; without any there is room for what is next", async () => {
  const waiting: Partial<CampaignAnswer> = { sentence: { kind: "stalled", unchangedSince: 0, closesAt: undefined, left: { waiting: 9, onTheLine: 0 } } };
  const left = "No call is on the line, 9 contacts wait to be called.";
  expect(await said(true, [jumped(now - 41 * minute)], allLines)).toBe(` ${jump} All 8 lines are in use.`);
  expect(await said(true, [jumped(now - 41 * minute)], waiting)).toBe(` ${left} ${jump}`);
  expect(await said(true, [jumped(now - 41 * minute)], allLines, " Next.")).toBe(` ${jump}`);
  expect(await said(true, [jumped(now - 41 * minute)], waiting, " Next.")).toBe(` ${left}`);
  expect(await said(true, [], allLines, " Next.")).toBe(" All 8 lines are in use.");
  expect(await said(true, [jumped(now - 41 * minute)], {}, " Next.")).toBe(` ${jump}`);
  expect(await said(true, [], {}, " Next.")).toBe(" Next.");
});
