import type { Call } from "#campaign/call.ts";
import { CampaignSummary } from "#campaign/campaign-summary.ts";
import { Campaign } from "#campaign/campaign.ts";
import { Outcome } from "#campaign/outcome.ts";
import type { CallPage, CampaignListPage, CampaignReading, CampaignSource } from "../provider.ts";
import type { Read } from "./readers.ts";

/** The names of those that do not hold. */
function broken(checks: Readonly<Record<string, boolean>>): string[] {
  return Object.entries(checks).flatMap(([name, holds]) => (holds ? [] : [name]));
}

/** Every number in a value, however deep. */
export function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

const count = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ["http:", "https:"].includes(new URL(text).protocol);
}

/** What is wrong with a call: values no rule can count with, and what its platform is said not to report. */
function faultsOfCall(call: Call, { reports, dimensions }: CampaignSource): string[] {
  const { durationSeconds: seconds, recordingUrl: recording, createdAt, attempts } = call;
  const said = Object.entries(call.dimensions ?? {});
  return broken({
    "id is a text": typeof call.id === "string" && call.id !== "",
    "number is a text or none": call.to === undefined || call.to.trim() !== "",
    "outcome is of the vocabulary": Outcome.safeParse(call.outcome).success,
    "word is a text": typeof call.word === "string",
    "retries are a count": count(call.retries),
    "attempts are a count": attempts === undefined || count(attempts),
    "time is finite": createdAt === undefined || Number.isFinite(createdAt),
    "duration is a length": seconds === undefined || (Number.isFinite(seconds) && seconds >= 0),
    "recording is on the web": recording === undefined || isWebAddress(recording),
    "dimensions are declared": said.every(([id]) => dimensions.some((dimension) => dimension.id === id)),
    "dimensions have words": said.every(([, words]) => words.length > 0 && words.every((word) => word.trim() !== "")),
    "numbers only where reported": reports.numbers || call.to === undefined,
    "times only where reported": reports.callTimes || createdAt === undefined,
    "durations only where reported": reports.durations || seconds === undefined,
    "recordings only where reported": reports.recordings || recording === undefined,
    "retries only where reported": reports.retries || (call.retries === 0 && attempts === undefined),
  });
}

function faultsOfReading({ campaign, counters, calls }: CampaignReading, source: CampaignSource): string[] {
  const { files, statistics } = campaign;
  return [
    ...broken({
      "campaign fits its schema": Campaign.safeParse(campaign).success,
      "counters are counts": numbersIn(counters).every(count),
      "files only where reported": source.reports.files || !files.reported,
      "statistics only where reported": source.reports.statistics || Object.values(statistics).every(({ reported }) => !reported),
      "calls only where reported": source.reports.calls || calls === undefined,
      "calls from one place": source.calls === undefined || calls === undefined,
    }),
    ...(calls ?? []).flatMap((call) => faultsOfCall(call, source)),
  ];
}

function faultsOfPage(page: CallPage | CampaignListPage): string[] {
  return broken({
    "page is a count": count(page.page),
    "last page is a page": count(page.lastPage) && page.lastPage >= 1,
    "total is a count": count(page.total),
  });
}

/** Every way in which what a reader made could not be counted with or shown; none for a sound reading. */
export function faultsOf(read: Read, source: CampaignSource | undefined): string[] {
  if (read.kind === "list") {
    const fits = read.page.campaigns.every((summary) => CampaignSummary.safeParse(summary).success);
    return [...faultsOfPage(read.page), ...broken({ "summaries fit their schema": fits })];
  }
  if (source === undefined) return ["a campaign has a source"];
  if (read.kind === "calls") return [...faultsOfPage(read.page), ...read.page.calls.flatMap((call) => faultsOfCall(call, source))];
  return read.reading === undefined ? [] : faultsOfReading(read.reading, source);
}
