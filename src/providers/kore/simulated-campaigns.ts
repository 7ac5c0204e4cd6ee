import type { CampaignSpec, FileSpec } from "../simulation.ts";

const list = (name: string, records: number): FileSpec => ({ name, records, rejected: 0, fate: { kind: "processed" } });

/** A campaign that calls every day, here and now; a contact keeps its row. */
const ordinary: Omit<CampaignSpec, "id" | "name"> = {
  description: "",
  status: "Active",
  type: "custom",
  agent: { id: "cf-feedback", name: "Feedback", label: "Product feedback" },
  zone: "here",
  days: [1, 2, 3, 4, 5, 6, 7],
  ranges: [{ start: "09:00", end: "18:00" }],
  rangesOnWire: false,
  startedDaysAgo: 5,
  endsInDays: undefined,
  files: [list("CL recent buyers", 1_800)],
  contactsByApi: 0,
  numbers: "in",
  callsAtAnchor: 940,
  callsPerHour: 90,
  stoppedMinutesBeforeAnchor: undefined,
  rowStyle: "row_in_place",
  maxRetries: 2,
  // The longest retry period there is: 1,440 minutes.
  cooldownHours: 24,
  voicemailIsFinal: true,
  failedCounts: "failed",
  rateOf: "total",
  words: {},
  statedStatistics: undefined,
};

/** Nothing was dialled and nothing will be. */
const silent = { callsAtAnchor: 0, callsPerHour: 0 };

/** Every simulated campaign, in the order of the list. Ids are for tests and links: they stay. */
export const campaigns: readonly CampaignSpec[] = [
  {
    ...ordinary,
    id: "cd-product-feedback",
    name: "Product Feedback Voice Campaign",
    description: "This voice campaign collects quick feedback on recent purchases.",
    cooldownHours: 0.5,
  },
  {
    ...ordinary,
    id: "cd-payment-reminder",
    name: "Payment reminder",
    status: "Paused",
    type: "reminder",
    agent: { id: "cf-payments", name: "Payments", label: "Payments" },
    files: [list("CL due this month", 640), list("CL overdue", 210)],
    callsAtAnchor: 380,
    stoppedMinutesBeforeAnchor: 40,
  },
  { ...ordinary, ...silent, id: "cd-welcome", name: "Welcome calls", status: "Ready", numbers: "mixed", files: [list("CL new customers", 320)] },
  {
    ...ordinary,
    id: "cd-autumn-survey",
    name: "Autumn survey",
    status: "Completed",
    zone: "Europe/Berlin",
    days: [1, 2, 3, 4, 5],
    startedDaysAgo: 30,
    numbers: "gb",
    files: [list("CL survey", 450)],
    callsAtAnchor: 3_000,
    callsPerHour: 0,
    stoppedMinutesBeforeAnchor: 3 * 1_440,
  },
  { ...ordinary, ...silent, id: "cd-renewals", name: "Renewals", status: "Scheduled", startedDaysAgo: -3, files: [list("CL renewals", 900)] },
  {
    ...ordinary,
    id: "cd-price-notice",
    name: "Price change notice",
    status: "Stopped",
    zone: "America/Chicago",
    days: [1, 2, 3, 4, 5],
    startedDaysAgo: 18,
    numbers: "mixed",
    files: [list("CL all customers", 1_200)],
    callsAtAnchor: 520,
    callsPerHour: 0,
    stoppedMinutesBeforeAnchor: 6 * 1_440,
  },
];

/** The campaign for measurements: its contacts are read 100 a page. */
export function bigCampaign(calls: number): CampaignSpec {
  return {
    ...ordinary,
    id: "cd-big",
    name: "Big campaign",
    description: `${calls} calls at the start`,
    startedDaysAgo: 10,
    numbers: "mixed",
    files: [list("CL everyone", Math.ceil(calls * 1.5))],
    callsAtAnchor: calls,
    callsPerHour: Math.min(3_600, Math.floor(calls / 40)),
  };
}
