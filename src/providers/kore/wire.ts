import { z } from "zod";
import { lenient } from "../lenient.ts";
import { Count } from "../wire-number.ts";

/*
 * Kore.ai's raw JSON, as docs.kore.ai (AI for Service, contact-center APIs) describes it. Only what
 * nothing can be shown without is required. A failure may come with HTTP 200: `status` tells.
 */

const Name = z.string().min(1);
const Success = z.literal("success");

/** Documented is 1–100 attempts; the cap keeps a wild figure from sizing a chart. */
export const mostAttempts = 1000;

/** Contact lists are documented by name, do-not-call lists by id and name, one or several. */
const ListName = z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]);
const ListNames = z.union([z.array(ListName).max(100), ListName.transform((name) => [name])]);

const WireDay = z.object({
  /** MO … SU. */
  day: lenient(z.string()),
  /** On a 12-hour clock: "9:00 AM". */
  start: lenient(z.string()),
  end: lenient(z.string()),
});

export const WireCallingHours = z.object({
  /** WEEKLY, DAILY, CUSTOM. */
  frequency: lenient(z.string()),
  /** IANA name. */
  timezone: lenient(z.string()),
  days: lenient(z.array(WireDay).max(100)),
});
export type WireCallingHours = z.infer<typeof WireCallingHours>;

const WireStrategy = z.object({
  callerId: lenient(z.object({ phoneNumber: lenient(z.string()) })),
  callingHours: lenient(WireCallingHours),
  /** FIFO, LIFO. */
  dialingOrder: lenient(z.string()),
  maxAttemptsPerRecord: lenient(Count.pipe(z.int().min(1))),
  /** Minutes, 1–1440. */
  defaultRetryPeriod: lenient(Count),
  /** Seconds, 5–120. */
  maxRingTime: lenient(Count),
});

/** A campaign's own fields. */
export const WireCampaign = z.object({
  _id: Name,
  name: z.string(),
  /** Documented: Ready, Preparing, Active, Paused, Stopped, Completed, Scheduled, Rescheduled. */
  status: z.string(),
  description: lenient(z.string()),
  dncLists: lenient(ListNames),
  /** "1"–"5", higher first. */
  priority: lenient(z.union([z.string(), z.number().transform(String)])),
  /** Agentless, Progressive, Preview. */
  dialingMode: lenient(z.string()),
  dialingStrategy: lenient(WireStrategy),
  experienceFlow: lenient(z.string()),
  format: lenient(z.string()),
  schedule: lenient(z.object({ isSchedulingEnabled: lenient(z.boolean()), isRecurrenceEnabled: lenient(z.boolean()) })),
  contactLists: lenient(ListNames),
  createdAt: lenient(z.string()),
  updatedAt: lenient(z.string()),
});
export type WireCampaign = z.infer<typeof WireCampaign>;

/** The answer of get-campaign. */
export const WireCampaignBody = z.object({ status: Success, data: WireCampaign });

/**
 * A contact with what became of it. `numberOfAttemptsSoFar` is required: reading its absence as 0
 * would claim that nobody was called. An absent outcome is the documented "", "none yet".
 */
export const WireContact = z
  .object({
    /** Documented without the leading "+"; may be masked. */
    phoneNumber: z.string().nullish(),
    /** Often "". */
    uniqueId: z.string().nullish(),
    /** "" while in progress, "completed"; others are not documented. */
    dialerOutcome: z.string().nullish(),
    numberOfAttemptsSoFar: Count.pipe(z.int().max(mostAttempts)),
    agentDispositionCodes: lenient(z.array(z.string()).max(100)),
    /** userHangUp, agentHangUp. */
    botOutboundStatus: lenient(z.string()),
    botOutboundStatusDetail: lenient(z.string()),
  })
  .superRefine(({ uniqueId, phoneNumber }, { addIssue }) => {
    if (uniqueId?.trim() || phoneNumber?.trim()) return;
    addIssue({ code: "too_small", origin: "string", minimum: 1, path: ["phoneNumber"] });
  });
export type WireContact = z.infer<typeof WireContact>;

/** One page of contacts; rows are read one by one. */
export const WireContactsBody = z.object({
  status: Success,
  data: z.object({ results: z.array(z.unknown()), page: Count, totalPages: Count, totalResults: Count }),
});

/** A row of the list of campaigns. Its fields are not documented; other routes call the id `_id` or `id`. */
export const WireListItem = z
  .object({ _id: lenient(Name), id: lenient(Name), name: z.string(), status: z.string() })
  .transform(({ _id, id, name, status }) => ({ id: _id ?? id, name, status }))
  .pipe(z.object({ id: Name, name: z.string(), status: z.string() }));
export type WireListItem = z.infer<typeof WireListItem>;

/** The answer of getAllCampaignDetails. */
export const WireListBody = z.object({
  status: Success,
  data: z.object({ results: z.array(z.unknown()), totalPages: Count, totalResults: Count }),
});

const WireErrorDetail = z.object({
  code: lenient(z.union([z.string(), z.number().transform(String)])),
  msg: lenient(z.string()),
  message: lenient(z.string()),
});

/** An error: a `message`, or a list of `errors` as Kore.ai's other APIs send. */
export const WireError = z.object({
  message: lenient(z.string()),
  errors: lenient(z.array(WireErrorDetail).max(100)),
});
