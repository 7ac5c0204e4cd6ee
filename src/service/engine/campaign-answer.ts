import type { Instant } from "#campaign/campaign.ts";
import { rejectedRecords } from "#campaign/records.ts";
import { notReported, type Reported, reported } from "#campaign/reported.ts";
import { sentenceOf } from "#campaign/sentence-of.ts";
import type { CampaignAnswer, Charts, ConnectionInfo, FileAnswer, Upstream } from "../api.ts";
import type { Calendar } from "./calendar.ts";
import { stuckSince } from "./observation.ts";
import type { Snapshot } from "./snapshot.ts";

/** The campaign as the API answers it. What depends on the clock is only the sentence, hours and stuck files. */
export function campaignAnswer(
  connection: ConnectionInfo,
  snapshot: Snapshot,
  calendar: Calendar,
  charts: Charts | undefined,
  upstream: Upstream,
  now: Instant,
): CampaignAnswer {
  const { campaign, table, progress, observation } = snapshot;
  const { files: _files, callingHours: _callingHours, statistics: _statistics, ...header } = campaign;
  return {
    connection,
    campaign: header,
    sentence: sentenceOf({ campaign, progress, observed: observation, calendar: calendar.at(now), now }),
    hours: calendar.answer(now),
    progress,
    figures: snapshot.figures,
    files: fileAnswers(snapshot, now),
    charts: charts === undefined ? notReported : reported(charts, "calls[]"),
    calls: table === undefined ? notReported : reported({ rows: table.rows, numbers: table.numbers }, "calls[]"),
    notices: [...snapshot.notices, ...zoneNotice(calendar)],
    upstream,
  };
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
