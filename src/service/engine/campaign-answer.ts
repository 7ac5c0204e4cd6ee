import type { Instant } from "#campaign/campaign.ts";
import { estimateOf } from "#campaign/pace.ts";
import { rejectedRecords } from "#campaign/records.ts";
import { notReported, type Reported, reported } from "#campaign/reported.ts";
import type { CampaignSource } from "#providers/provider.ts";
import type { CallsSummary, CampaignAnswer, Charts, ConnectionInfo, FileAnswer, UpstreamProblem } from "../api.ts";
import type { Calendar } from "./calendar.ts";
import { sentenceIn } from "./causes.ts";
import type { Problems } from "./campaign-bytes.ts";
import { stuckSince } from "./observation.ts";
import type { Snapshot } from "./snapshot.ts";

type Parts = {
  connection: ConnectionInfo;
  source: CampaignSource;
  snapshot: Snapshot;
  calendar: Calendar;
  charts: Charts | undefined;
  problems: Problems;
  now: Instant;
};

/** The campaign as the API answers it. What depends on the clock is only the sentence, hours and stuck files. */
export function campaignAnswer({ connection, source, snapshot, calendar, charts, problems, now }: Parts): CampaignAnswer {
  const { campaign, progress, observation } = snapshot;
  const { files: _files, callingHours: _callingHours, statistics: _statistics, ...header } = campaign;
  return {
    connection,
    reports: source.reports,
    dimensions: source.dimensions,
    campaign: header,
    sentence: sentenceIn(snapshot, calendar, now),
    hours: calendar.answer(now),
    progress,
    estimate: observation.leads && estimateOf(campaign, observation.leads.pending, observation.leads.completed),
    figures: snapshot.figures,
    files: fileAnswers(snapshot, now),
    charts: charts === undefined ? notReported : reported(charts, "call history"),
    calls: callsOf(snapshot, problems.history),
    notices: [...snapshot.notices, ...zoneNotice(calendar)],
    upstream: problems.header === undefined ? { state: "ok" } : { state: "failing", problem: problems.header },
  };
}

/** The answer of those who may not hear recordings: nothing that the platform made of conversations. */
export function withoutAnalyses(answer: CampaignAnswer): CampaignAnswer {
  const { charts } = answer;
  const dimensions = answer.dimensions.filter(({ analysis }) => analysis !== true);
  const seen = new Set(dimensions.map(({ id }) => id));
  const shown = charts.reported ? { ...charts, value: { ...charts.value, dimensions: charts.value.dimensions.filter(({ id }) => seen.has(id)) } } : charts;
  return { ...answer, dimensions, charts: shown };
}

function callsOf({ table, listing }: Snapshot, problem: UpstreamProblem | undefined): Reported<CallsSummary> {
  if (table === undefined) return notReported;
  const { rows, numbers } = table;
  const reading = listing && { total: listing.total, complete: listing.complete, problem };
  return reported({ rows, numbers, reading }, "call history");
}

function fileAnswers({ campaign, observation }: Snapshot, now: Instant): Reported<FileAnswer[]> {
  if (!campaign.files.reported) return notReported;
  const files = campaign.files.value.map((file) => ({
    ...file,
    rejectedRecords: rejectedRecords(file),
    stuckSince: stuckSince(observation, file.id, now),
  }));
  return reported(files, campaign.files.source);
}

function zoneNotice({ stated, clock }: Calendar): CampaignAnswer["notices"] {
  const unknown = stated.reported && clock === undefined;
  return unknown ? [{ kind: "unknown_time_zone", timeZone: stated.value.timeZone }] : [];
}
