import { z } from "zod";
import { lenient } from "../lenient.ts";

/*
 * Callers.ai's raw JSON, as docs.callers.ai/api-reference describes it. Only what nothing can
 * be shown without is required; any other field is lenient. What is a secret by nature (the
 * addresses of webhooks and Slack) is reduced here, where it is read, and goes no further.
 */

/** Names and numbers are sent as texts; that a day or a phone may be a bare number is an assumption. */
const Word = z.union([z.string(), z.number().transform(String)]);
/** One word that cannot be read makes the whole list unreadable: half of it would be a false one. */
const Words = z
  .array(Word)
  .max(500)
  .transform((words) => words.map((word) => word.trim()).filter((word) => word !== ""));

/** How many webhooks there are; never where they lead. */
const WebhookCount = z
  .array(z.unknown())
  .transform((hooks) => hooks.filter((hook) => hook !== null && hook !== "").length);

const WireCallParams = z.object({
  phonesFrom: lenient(Words),
  timezone: lenient(z.string()),
  /** Their spelling is not documented. */
  daysOfWeek: lenient(Words),
  language: lenient(z.string()),
  approvedCountries: lenient(Words),
});

/** A campaign, alone or as an item of the list; `emailParams` of list items is ignored. */
export const WireCampaign = z.object({
  id: z.string().min(1),
  name: z.string(),
  /** The only state there is; documented as required. */
  active: lenient(z.boolean()),
  /** ISO 8601; documented as required, yet plainly null or absent before the first one. */
  firstInteractionAt: lenient(z.string()),
  completedAt: lenient(z.string()),
  callParams: lenient(WireCallParams),
  webhooks: lenient(WebhookCount),
  /** Whether there is one; never where it leads. */
  slackUrl: lenient(z.string().transform((url) => url.trim() !== "")),
  isIncoming: lenient(z.boolean()),
  /** Names only: a variable that is more than a name makes the list unreadable. */
  variables: lenient(Words),
  pauseNewChats: lenient(z.boolean()),
  incomingPhoneNumber: lenient(Word),
  campaignGroupId: lenient(z.string()),
  /** Null where the campaign is in no group. */
  campaignGroupName: lenient(z.string()),
});
export type WireCampaign = z.output<typeof WireCampaign>;
/** As it stands in the JSON: what the simulator writes. */
export type WireCampaignJson = z.input<typeof WireCampaign>;

/** The list is a bare array, everything at once. */
export const WireList = z.array(z.unknown());

/** Documented for 400: `{status: "error", message, data: []}`; other bodies are not documented. */
export const WireError = z.object({ message: lenient(z.string()) });
export type WireErrorJson = { status: "error"; message: string; data: [] };
