import type { Call } from "#campaign/call.ts";
import type { CampaignSummary } from "#campaign/campaign-summary.ts";
import { type Campaign, unreportedCampaign } from "#campaign/campaign.ts";
import { notReported } from "#campaign/reported.ts";
import type { CampaignReading } from "../provider.ts";
import { fieldOf, instantOf, textOf } from "../reported-field.ts";
import { factsOf } from "./facts.ts";
import { internationalNumber } from "./international-number.ts";
import { callingHoursOf } from "./schedule.ts";
import type { WireCampaign, WireContact, WireListItem } from "./wire.ts";
import { outcomeOf, statusOf } from "./words.ts";

/** Retries are the attempts after the first. */
function retriesOf(attempts: number | null | undefined): number | undefined {
  return attempts === null || attempts === undefined ? undefined : attempts - 1;
}

function campaignOf(wire: WireCampaign): Campaign {
  const { _id: id, dialingStrategy: strategy } = wire;
  return {
    ...unreportedCampaign,
    id,
    name: wire.name,
    description: textOf(wire.description, "description"),
    status: statusOf(wire.status),
    callingHours: callingHoursOf(strategy?.callingHours),
    retryRules: {
      maxRetries: fieldOf(retriesOf(strategy?.maxAttemptsPerRecord), "dialingStrategy.maxAttemptsPerRecord − 1"),
      cooldownMinutes: fieldOf(strategy?.defaultRetryPeriod, "dialingStrategy.defaultRetryPeriod"),
    },
    facts: factsOf(wire),
    createdAt: instantOf(wire.createdAt, "createdAt"),
    updatedAt: instantOf(wire.updatedAt, "updatedAt"),
  };
}

/** Everything Kore.ai says of one campaign; its contacts come in pages of their own. */
export function readingOf(wire: WireCampaign): CampaignReading {
  return {
    campaign: campaignOf(wire),
    counters: { basis: "contacts" },
    calls: undefined,
    setAside: { calls: [], files: [] },
  };
}

/** Each word once, as it arrived; blank ones say nothing. */
function said(words: readonly (string | null | undefined)[]): string[] {
  return [...new Set(words.flatMap((word) => (word?.trim() ? [word] : [])))];
}

function dimensionsOf(wire: WireContact): Call["dimensions"] {
  const all: [id: string, words: string[]][] = [
    ["disposition", said(wire.agentDispositionCodes ?? [])],
    ["hung_up_by", said([wire.botOutboundStatus])],
    ["hang_up_detail", said([wire.botOutboundStatusDetail])],
  ];
  const present = all.filter(([, words]) => words.length > 0);
  return present.length === 0 ? undefined : Object.fromEntries(present);
}

/** A contact as a line of call history: the platform keeps one row a contact, which changes in place. */
export function callOf(wire: WireContact): Call {
  const number = wire.phoneNumber?.trim() ?? "";
  const attempts = wire.numberOfAttemptsSoFar;
  const word = wire.dialerOutcome ?? "";
  return {
    id: wire.uniqueId?.trim() || number,
    to: number === "" ? undefined : internationalNumber(number),
    outcome: outcomeOf(word, attempts),
    word,
    retries: Math.max(0, attempts - 1),
    attempts,
    createdAt: undefined,
    dimensions: dimensionsOf(wire),
  };
}

/** A line of the campaign list. */
export function summaryOf(wire: WireListItem): CampaignSummary {
  return {
    id: wire.id,
    name: wire.name,
    status: statusOf(wire.status),
    type: notReported,
    agentLabel: notReported,
    totalCalls: notReported,
    completedCalls: notReported,
    contacts: notReported,
    firstCallsSent: notReported,
  };
}
