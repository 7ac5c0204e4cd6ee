import type { Instant } from "#campaign/campaign.ts";
import type { Progress } from "#campaign/progress.ts";
import type { Sentence } from "#campaign/sentence.ts";
import { formatAge, formatCalendarDate, formatCount, formatCounted } from "../../ui/format.ts";
import { readableWord } from "../../ui/readable-word.ts";
import { dayAndTime } from "./moment-words.ts";

/** `what` happens; `why` or what next, without its full stop; `until` is counted down behind it. */
export type SentenceWords = { what: string; why?: string; until?: Instant };

export type SentenceContext = {
  now: Instant;
  /** The zone times are shown in. */
  zone: string;
  providerName: string;
  hoursReported: boolean;
  /** Contacts in all and how many of them the headline counts, where a total is known. */
  done: { count: number; total: number; measure: Progress["measure"] } | undefined;
};

/** The sentence in words. Says no more than its kind does. */
export function wordSentence(sentence: Sentence, context: SentenceContext): SentenceWords {
  const { now, zone, providerName } = context;
  const at = (instant: Instant) => dayAndTime(instant, now, zone);
  switch (sentence.kind) {
    case "calling":
      return { what: "Calling now.", ...closing(sentence.closesAt, context) };
    case "inside_hours":
      return { what: "Inside calling hours.", ...closing(sentence.closesAt, context) };
    case "stalled": {
      const quiet = formatAge(now - sentence.unchangedSince);
      return { what: `Active, but nothing has changed for ${quiet} inside calling hours.`, ...closing(sentence.closesAt, context) };
    }
    case "active_hours_unknown":
      return {
        what: "Calling is on.",
        why: context.hoursReported
          ? "Its time zone is not known here, so neither are its calling hours"
          : `${providerName} does not report the calling hours`,
      };
    case "outside_hours":
      return { what: "Outside calling hours.", ...opening("Next calls", "No later calling hours are known", sentence.opensAt, at) };
    case "not_started":
      return {
        what: "Not started.",
        ...opening("First calls", `Its first day is ${formatCalendarDate(sentence.startDate)}`, sentence.opensAt, at),
      };
    case "past_end_date":
      return { what: "Past its end date.", why: `The last day was ${formatCalendarDate(sentence.endDate)}, but the campaign is still active` };
    case "waiting_for_retries":
      if (sentence.cooldown) return { what: "Waiting for retries." };
      return { what: "Waiting for retries.", why: `All contacts have been tried; ${formatCounted(sentence.toRetry, "waits", "wait")} to be tried again` };
    case "nothing_left":
      return { what: "Nothing left to call.", why: "Every contact is done, but the campaign is still active" };
    case "reading_contacts":
      return { what: "Reading contacts.", why: `Still to be read: ${formatCounted(sentence.records, "record")} of ${names(sentence.files)}` };
    case "no_contacts":
      return { what: "No contacts.", why: "The campaign is active but has nobody to call" };
    case "paused":
      return {
        what: sentence.since === undefined ? "Paused; since when is not reported." : `Paused since ${at(sentence.since)}.`,
        why: sentence.inProgress
          ? `${formatCounted(sentence.inProgress, "call is", "calls are")} still in progress; nothing new starts until it is resumed`
          : "Nothing new starts until it is resumed",
      };
    case "draft":
      if (context.done === undefined) return { what: "Draft.", why: `It starts once it is activated on ${providerName}` };
      return sentence.hasContacts
        ? { what: "Draft.", why: `It has contacts and starts once it is activated on ${providerName}` }
        : { what: "Draft, no contacts yet.", why: `Add contacts on ${providerName} to make it ready` };
    case "completed":
      return {
        what: sentence.at === undefined ? "Finished; when is not reported." : `Finished ${at(sentence.at)}.`,
        ...(context.done && { why: reached(context.done) }),
      };
    case "cancelled":
      return {
        what: sentence.at === undefined ? "Cancelled; when is not reported." : `Cancelled ${at(sentence.at)}.`,
        ...(sentence.notReached !== undefined && {
          why: `${formatCounted(sentence.notReached, "contact was", "contacts were")} not reached`,
        }),
      };
    case "inactive":
      return { what: "Not calling.", why: `${providerName} says only that the campaign is inactive` };
    case "ready": {
      const word = readableWord(sentence.word);
      return {
        what: word === "" || word.toLowerCase() === "ready" ? "Ready, not started." : `${word}.`,
        why: `Nothing is dialled until it is started on ${providerName}`,
      };
    }
    case "scheduled":
      if (sentence.at === undefined) return { what: "Scheduled; when is not reported." };
      return sentence.at > now
        ? { what: "Scheduled.", why: `It starts ${at(sentence.at)}`, until: sentence.at }
        : { what: "Scheduled.", why: `It was to start ${at(sentence.at)}` };
    case "new_chats_paused":
      return { what: "Active, new chats paused.", why: "Conversations under way go on; no new one is begun" };
    case "incoming":
      return { what: "Answering incoming calls.", why: "People call this campaign; it does not call them" };
    case "unknown_status":
      if (sentence.word === "") return { what: `${providerName} does not report a status.` };
      return { what: `${providerName} says “${sentence.word}”.`, why: "Callboard does not know this status" };
  }
}

function reached({ count, total, measure }: NonNullable<SentenceContext["done"]>): string {
  const contacts = `${formatCount(count)} of ${formatCounted(total, "contact")}`;
  if (measure === "first_calls_sent") return `First calls were sent to ${contacts}`;
  return `${contacts} ${measure === "completed" ? "completed" : "done"}`;
}

function closing(closesAt: Instant | undefined, { now, zone, providerName, hoursReported }: SentenceContext): Partial<SentenceWords> {
  if (closesAt === undefined) return hoursReported ? {} : { why: `${providerName} does not report the calling hours` };
  if (closesAt <= now) return { why: "The calling hours of this window are over" };
  const when = dayAndTime(closesAt, now, zone);
  return { why: when.startsWith("today") ? `Today’s window closes at ${when.slice(6)}` : `The window closes ${when}`, until: closesAt };
}

function opening(before: string, otherwise: string, opensAt: Instant | undefined, at: (instant: Instant) => string): Partial<SentenceWords> {
  return opensAt === undefined ? { why: otherwise } : { why: `${before} ${at(opensAt)}`, until: opensAt };
}

function names(files: string[]): string {
  const [first = "a file", second] = files;
  if (files.length > 2) return `${first} and ${files.length - 1} more files`;
  return second === undefined ? first : `${first} and ${second}`;
}
