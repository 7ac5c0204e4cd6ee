import type { CampaignSpec, FileSpec } from "../simulation.ts";

const salesAgent = { id: "agent-sales", name: "Sales Agent", label: "Sales Agent Label" };
const careAgent = { id: "agent-care", name: "Care Agent", label: "Customer care" };

const read = (name: string, records: number, rejected: number): FileSpec => ({
  name,
  records,
  rejected,
  fate: { kind: "processed" },
});

/** A small campaign that calls every day from mid-morning, here and now. */
const ordinary: Omit<CampaignSpec, "id" | "name"> = {
  description: "",
  status: "active",
  type: "sales",
  agent: salesAgent,
  zone: "here",
  days: [1, 2, 3, 4, 5, 6, 7],
  ranges: [{ start: "08:30", end: "17:30" }],
  rangesOnWire: false,
  startedDaysAgo: 4,
  endsInDays: undefined,
  files: [read("contacts.csv", 1_500, 28)],
  contactsByApi: 0,
  numbers: "mixed",
  callsAtAnchor: 520,
  callsPerHour: 40,
  stoppedMinutesBeforeAnchor: undefined,
  rowStyle: "row_per_attempt",
  maxRetries: 3,
  cooldownHours: 24,
  voicemailIsFinal: true,
  failedCounts: "failed",
  rateOf: "total",
  words: {},
  statedStatistics: undefined,
};

const weekdays = [1, 2, 3, 4, 5];
const nineToFive = [{ start: "09:00", end: "17:00" }];

/** Nothing was dialled and nothing will be. */
const silent = { callsAtAnchor: 0, callsPerHour: 0 };

/** Every simulated campaign, in the order of the list. Ids are for tests and links: they stay. */
export const campaigns: readonly CampaignSpec[] = [
  {
    ...ordinary,
    id: "q2-lead-re-engagement",
    name: "Q2 Lead Re-engagement",
    description: "Leads that went quiet in the first quarter",
    startedDaysAgo: 7,
    files: [
      read("contacts.csv", 20_000, 642),
      {
        name: "leads.xlsx",
        records: 8_000,
        rejected: 190,
        fate: { kind: "reading", startedMinutesBeforeAnchor: 30, recordsPerSecond: 0.5 },
      },
    ],
    callsAtAnchor: 17_800,
    callsPerHour: 1_000,
  },
  {
    ...ordinary,
    id: "renewal-reminders",
    name: "Renewal reminders",
    description: "One row a contact; retries within the day",
    type: "reminder",
    agent: careAgent,
    files: [read("renewals.csv", 2_400, 0)],
    callsAtAnchor: 1_150,
    callsPerHour: 150,
    rowStyle: "row_in_place",
    cooldownHours: 1,
    voicemailIsFinal: false,
    failedCounts: "unsuccessful",
    rateOf: "finished",
  },
  {
    ...ordinary,
    id: "sales-campaign",
    name: "Sales Campaign",
    description: "Outbound sales campaign for Q1",
    files: [
      read("contacts.csv", 1_000, 50),
      { name: "leads.xlsx", records: 500, rejected: 0, fate: { kind: "stuck", read: 0 } },
    ],
    callsAtAnchor: 2,
    callsPerHour: 0,
    statedStatistics: { total: 100, completed: 80, failed: 20 },
  },
  {
    ...ordinary,
    id: "night-side",
    name: "Spring renewals",
    description: "It is night where these contacts live",
    zone: "away",
    ranges: nineToFive,
    type: "follow_up",
    numbers: "gb",
    files: [read("spring-list.csv", 1_500, 31)],
    callsAtAnchor: 620,
    callsPerHour: 60,
  },
  {
    ...ordinary,
    id: "paused",
    name: "Q1 Upsell pilot",
    status: "paused",
    callsAtAnchor: 700,
    callsPerHour: 90,
    stoppedMinutesBeforeAnchor: 25,
  },
  { ...ordinary, ...silent, id: "draft", name: "Q3 Win-back", status: "draft", type: "custom", startedDaysAgo: -12, files: [] },
  {
    ...ordinary,
    id: "completed",
    name: "Autumn survey",
    status: "completed",
    type: "custom",
    agent: careAgent,
    zone: "Europe/Berlin",
    days: weekdays,
    ranges: nineToFive,
    startedDaysAgo: 30,
    stoppedMinutesBeforeAnchor: 3 * 1_440,
    files: [read("survey.csv", 500, 9)],
    callsAtAnchor: 4_000,
    callsPerHour: 0,
    maxRetries: 2,
  },
  {
    ...ordinary,
    id: "cancelled",
    name: "Price change notice",
    status: "cancelled",
    zone: "America/Chicago",
    days: weekdays,
    ranges: nineToFive,
    startedDaysAgo: 20,
    stoppedMinutesBeforeAnchor: 4 * 1_440,
    files: [read("customers.csv", 2_000, 0)],
    callsAtAnchor: 900,
    callsPerHour: 0,
  },
  { ...ordinary, id: "two-calls", name: "Two calls", files: [], contactsByApi: 2, callsAtAnchor: 2, callsPerHour: 0 },
  {
    ...ordinary,
    id: "files-in-trouble",
    name: "Trade fair contacts",
    files: [
      read("contacts.csv", 1_000, 50),
      { name: "leads.xlsx", records: 500, rejected: 0, fate: { kind: "stuck", read: 212 } },
      { name: "old-crm.xls", records: 400, rejected: 0, fate: { kind: "failed", read: 0 } },
      { name: "booth-two.csv", records: 0, rejected: 0, fate: { kind: "uploading" } },
    ],
  },
  {
    ...ordinary,
    id: "two-windows",
    name: "Appointment reminders",
    type: "reminder",
    agent: careAgent,
    zone: "Europe/Berlin",
    ranges: [
      { start: "09:00", end: "12:00" },
      { start: "14:00", end: "18:30" },
    ],
    rangesOnWire: true,
    startedDaysAgo: 9,
    endsInDays: 21,
    numbers: "gb",
  },
  { ...ordinary, ...silent, id: "future", name: "Summer launch", startedDaysAgo: -5, days: weekdays, ranges: nineToFive },
  {
    ...ordinary,
    id: "unknown-words",
    name: "Unknown call words",
    words: { voicemail: "machine_detected", busy: "line_engaged", "no-answer": "no_answer" },
  },
  { ...ordinary, id: "unknown-status", name: "Unknown status", status: "archiving", callsPerHour: 0 },
  { ...ordinary, id: "arabic", name: "حملة تجديد الاشتراكات – الرياض", zone: "Asia/Riyadh", days: [7, 1, 2, 3, 4] },
  { ...ordinary, id: "hindi", name: "ग्राहक सर्वेक्षण २०२६ – दिल्ली", zone: "Asia/Kolkata", numbers: "in" },
  { ...ordinary, id: "japanese", name: "春の会員更新キャンペーン（東京）", zone: "Asia/Tokyo", numbers: "jp" },
  {
    ...ordinary,
    id: "markup",
    name: "<img src=x onerror=alert(1)> <b>Bold</b> offer",
    description: "<script>alert(2)</script>",
    agent: { id: "agent-markup", name: "<i>Agent</i>", label: "<b>Agent</b> & Co." },
    files: [read("<u>contacts</u>.csv", 900, 9)],
  },
  {
    ...ordinary,
    id: "long-name",
    name: `${"A campaign whose name somebody pasted from a whole paragraph of a planning document ".repeat(3)}and-one-${"unbreakable".repeat(8)}-word`,
  },
];

/** The campaign whose size is given by `--calls`; it then grows by at most one call a second. */
export function bigCampaign(calls: number): CampaignSpec {
  return {
    ...ordinary,
    id: "big",
    name: "Big campaign",
    description: `${calls} calls at the start`,
    startedDaysAgo: 10,
    files: [read("everyone.csv", Math.ceil(calls * 1.5), 0)],
    callsAtAnchor: calls,
    callsPerHour: Math.min(3_600, Math.floor(calls / 40)),
  };
}
