import type { CampaignSpec, FileSpec } from "../simulation.ts";

const list = (name: string, records: number, rejected = 0): FileSpec => ({ name, records, rejected, fate: { kind: "processed" } });

/** A campaign that calls every day, here and now; every attempt is a row. */
const ordinary: Omit<CampaignSpec, "id" | "name"> = {
  description: "",
  status: "running",
  type: "sales",
  agent: { id: "agt_abc123", name: "Asha", label: "Asha" },
  zone: "here",
  days: [1, 2, 3, 4, 5, 6, 7],
  ranges: [{ start: "08:30", end: "17:30" }],
  rangesOnWire: false,
  startedDaysAgo: 4,
  endsInDays: undefined,
  files: [list("leads.csv", 2_400)],
  contactsByApi: 0,
  numbers: "in",
  callsAtAnchor: 900,
  callsPerHour: 120,
  stoppedMinutesBeforeAnchor: undefined,
  rowStyle: "row_per_attempt",
  maxRetries: 3,
  cooldownHours: 2,
  voicemailIsFinal: true,
  failedCounts: "failed",
  rateOf: "total",
  words: { "no-answer": "did_not_pick", ringing: "sent", answered: "in-progress" },
  statedStatistics: undefined,
};

const silent = { callsAtAnchor: 0, callsPerHour: 0 };

/** Campaigns of the older generation. Ids are for tests and links: they stay. */
const campaignsWithLogs: readonly CampaignSpec[] = [
  { ...ordinary, id: "cmp_reengage", name: "Q2 Lead Re-engagement", files: [list("leads.csv", 5_000)], callsAtAnchor: 2_600, callsPerHour: 260 },
  { ...ordinary, id: "cmp_uncounted", name: "Loan enquiries", description: "without counters", callsAtAnchor: 640 },
  { ...ordinary, id: "cmp_festive", name: "Festive offer", status: "paused", stoppedMinutesBeforeAnchor: 35 },
  {
    ...ordinary,
    id: "cmp_feedback",
    name: "Service feedback",
    status: "completed",
    startedDaysAgo: 21,
    stoppedMinutesBeforeAnchor: 2 * 1_440,
    files: [list("visits.csv", 700)],
    callsAtAnchor: 2_400,
    callsPerHour: 0,
    maxRetries: 1,
  },
  { ...ordinary, ...silent, id: "cmp_launch", name: "Launch invitations", status: "scheduled", startedDaysAgo: -2 },
  { ...ordinary, ...silent, id: "cmp_draft", name: "Untitled campaign", status: "draft", files: [] },
];

/** Batch calls, the newer generation. */
const batches: readonly CampaignSpec[] = [
  { ...ordinary, id: "batch_renewals", name: "Renewal batch, north", files: [list("north.csv", 2_000, 45)], callsAtAnchor: 1_300, callsPerHour: 150 },
  { ...ordinary, id: "batch_counts", name: "Renewal batch, south", description: "without stages", files: [list("south.csv", 900, 12)], callsAtAnchor: 420, callsPerHour: 60 },
  { ...ordinary, id: "batch_paused", name: "Collections, week 47", status: "paused", stoppedMinutesBeforeAnchor: 15, callsAtAnchor: 500 },
  { ...ordinary, ...silent, id: "batch_waiting", name: "Collections, week 48", status: "waiting", startedDaysAgo: -1 },
  {
    ...ordinary,
    id: "batch_done",
    name: "Pilot",
    status: "completed",
    startedDaysAgo: 14,
    stoppedMinutesBeforeAnchor: 1_440,
    files: [list("pilot.csv", 250, 3)],
    callsAtAnchor: 900,
    callsPerHour: 0,
    maxRetries: 2,
  },
];

export const campaigns: readonly CampaignSpec[] = [...campaignsWithLogs, ...batches];

/** One more campaign of the older generation, of this many call logs. */
export function bigCampaign(calls: number): CampaignSpec {
  return {
    ...ordinary,
    id: "cmp_big",
    name: "Big campaign",
    files: [list("everyone.csv", calls * 2)],
    startedDaysAgo: 10,
    callsAtAnchor: calls,
    callsPerHour: Math.min(3_600, Math.floor(calls / 40)),
  };
}
