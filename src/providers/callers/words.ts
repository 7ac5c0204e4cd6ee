import type { Status } from "#campaign/status.ts";
import { instantOfIso, isCalendarDate } from "../iso-time.ts";
import type { WireCampaign } from "./wire.ts";

/** What `completedAt` says: when; `null`: not yet; `undefined`: nothing, or a day without an instant. */
export function completionOf({ completedAt }: Pick<WireCampaign, "completedAt">): number | null | undefined {
  if (completedAt === null || completedAt?.trim() === "") return null;
  return completedAt === undefined ? undefined : instantOfIso(completedAt.trim());
}

/**
 * Callers.ai has no word for a status, so the evidence stands in its place. A `completedAt` that
 * begins with a day is set, even if its time cannot be read. Any other text (the published
 * sample's "<string>") is a placeholder: then `active`, which is a plain answer, decides.
 */
export function statusOf({ active, completedAt }: Pick<WireCampaign, "active" | "completedAt">): Status {
  const day = completedAt?.trim().slice(0, 10) ?? "";
  if (isCalendarDate(day)) return { kind: "completed", word: `completedAt: ${day}` };
  if (active === true) return { kind: "active", word: "active: true" };
  if (active === false) return { kind: "inactive", word: "active: false" };
  return { kind: "unknown", word: "" };
}

const days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** 0 = Monday … 6 = Sunday; `undefined` for a word that is no day. */
function dayOf(word: string): number | undefined {
  if (/^[0-7]$/.test(word)) return (Number(word) + 6) % 7;
  const name = word.toLowerCase().replace(/\.$/, "");
  // "m", "t" and "s" alone begin two days, or are no abbreviation.
  const index = name.length < 2 ? -1 : days.findIndex((day) => day.toLowerCase().startsWith(name));
  return index === -1 ? undefined : index;
}

/**
 * Days of the week, Monday first, then the words that are no day, as they came. How days are
 * spelled is not documented: names, abbreviations, and numbers with 1 as Monday, on which ISO
 * and JavaScript agree; `byNumber` says that this was assumed. With both 0 and 7 no such
 * convention holds, and nothing is read.
 */
export function daysOf(words: readonly string[]): { items: string[]; byNumber: boolean } {
  if (words.includes("0") && words.includes("7")) return { items: [...words], byNumber: false };
  const known = new Set(words.map(dayOf));
  return {
    items: [
      ...days.filter((_, index) => known.has(index)).map((day) => day.slice(0, 3)),
      ...new Set(words.filter((word) => dayOf(word) === undefined)),
    ],
    byNumber: words.some((word) => /^[0-7]$/.test(word)),
  };
}

/** "2 webhooks, Slack connected"; `undefined` where neither is reported. */
export function integrationsOf({ webhooks, slackUrl }: Pick<WireCampaign, "webhooks" | "slackUrl">): string | undefined {
  if (webhooks === undefined && slackUrl === undefined) return undefined;
  const connected = [
    ...(webhooks ? [`${webhooks} ${webhooks === 1 ? "webhook" : "webhooks"}`] : []),
    ...(slackUrl ? ["Slack connected"] : []),
  ];
  if (connected.length > 0) return connected.join(", ");
  if (webhooks === undefined) return "Slack not connected";
  return slackUrl === undefined ? "no webhooks" : "none";
}
