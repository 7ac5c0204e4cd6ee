import type { CampaignSpec } from "../simulation.ts";
import type { WireCampaignJson } from "./wire.ts";

/** What Callers.ai says of a campaign that the simulated world does not know. */
export type Settings = Omit<WireCampaignJson, "id" | "name" | "firstInteractionAt" | "completedAt"> & {
  /** Hours after its creation; left out: not yet. */
  beganAfterHours?: number;
  endedAfterHours?: number;
};

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
const european = "AT BE BG CH CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK".split(" ");

/** The settings of a campaign that `settings` does not list. */
export const usual: Settings = {
  active: true,
  beganAfterHours: 9,
  callParams: {
    phonesFrom: ["+12025550142"],
    timezone: "America/New_York",
    daysOfWeek: weekdays,
    language: "en-US",
    approvedCountries: ["US", "CA"],
  },
  webhooks: ["https://hooks.simulator.invalid/callers/7f3a9c"],
  slackUrl: "",
  isIncoming: false,
  variables: ["first_name", "company"],
  pauseNewChats: false,
  incomingPhoneNumber: "",
  campaignGroupId: null,
  campaignGroupName: null,
};

const ids = {
  active: "65f1c0ffee00000000000001",
  newChatsPaused: "65f1c0ffee00000000000002",
  inactive: "65f1c0ffee00000000000003",
  completed: "65f1c0ffee00000000000004",
  incoming: "65f1c0ffee00000000000005",
  long: "65f1c0ffee00000000000006",
} as const;

const renewals = { campaignGroupId: "65f1c0ffee0000000000000a", campaignGroupName: "Renewals 2026" };

/** By campaign id. */
export const settings: ReadonlyMap<string, Settings> = new Map([
  [
    ids.active,
    {
      ...usual,
      ...renewals,
      webhooks: ["https://hooks.simulator.invalid/callers/7f3a9c", "https://hooks.simulator.invalid/callers/b81d02"],
      slackUrl: "https://slack.simulator.invalid/services/T0/B0/x",
    },
  ],
  [ids.newChatsPaused, { ...usual, ...renewals, pauseNewChats: true }],
  [ids.inactive, { active: false, callParams: usual.callParams, webhooks: [], slackUrl: "", isIncoming: false, variables: [], pauseNewChats: false }],
  [ids.completed, { ...usual, active: false, endedAfterHours: 76 }],
  [
    ids.incoming,
    { ...usual, isIncoming: true, incomingPhoneNumber: "+442079460018", callParams: { ...usual.callParams, daysOfWeek: ["1", "2", "3", "4", "5", "6", "7"] } },
  ],
  [
    ids.long,
    {
      ...usual,
      callParams: {
        phonesFrom: Array.from({ length: 12 }, (_, index) => `+4930901820${String(10 + index)}`),
        timezone: "Europe/Berlin",
        daysOfWeek: ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Feiertage"],
        language: "de-DE",
        approvedCountries: european,
      },
      variables: ["first_name", "last_name", "membership_number_of_the_household", "preferred_time_for_a_call_back"],
      campaignGroupName: "Membership renewals of all regions, spring and autumn together",
    },
  ],
]);

/** Nobody is called in the simulated world: Callers.ai reports no calls, so none need be played. */
const silent: Omit<CampaignSpec, "id" | "name"> = {
  description: "",
  status: "active",
  type: "custom",
  agent: { id: "agent", name: "Agent", label: "Agent" },
  zone: "here",
  days: [1, 2, 3, 4, 5],
  ranges: [{ start: "09:00", end: "17:00" }],
  rangesOnWire: false,
  startedDaysAgo: 5,
  endsInDays: undefined,
  files: [],
  contactsByApi: 0,
  numbers: "mixed",
  callsAtAnchor: 0,
  callsPerHour: 0,
  stoppedMinutesBeforeAnchor: undefined,
  rowStyle: "row_per_attempt",
  maxRetries: 0,
  cooldownHours: 24,
  voicemailIsFinal: false,
  failedCounts: "failed",
  rateOf: "total",
  words: {},
  statedStatistics: undefined,
};

/** In the order of the list. Ids are for tests and links: they stay. */
export const campaigns: readonly CampaignSpec[] = [
  { ...silent, id: ids.active, name: "Renewal reminders" },
  { ...silent, id: ids.newChatsPaused, name: "Renewal second round" },
  { ...silent, id: ids.inactive, name: "Winter check-in", startedDaysAgo: 40 },
  { ...silent, id: ids.completed, name: "Event follow-up", startedDaysAgo: 20 },
  { ...silent, id: ids.incoming, name: "Support line" },
  {
    ...silent,
    id: ids.long,
    name: `Membership renewals for everyone whose card runs out between the end of March and the middle of October, ${"second".repeat(12)} wave`,
  },
];

/** Calls are not reported, so this is a campaign like another. */
export function bigCampaign(calls: number): CampaignSpec {
  return { ...silent, id: "65f1c0ffee000000000000ff", name: "Big campaign", description: `${calls} calls, which Callers.ai does not report` };
}
