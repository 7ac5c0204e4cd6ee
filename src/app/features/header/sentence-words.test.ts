import { expect, test } from "vitest";
import type { Sentence } from "#campaign/sentence.ts";
import { type SentenceContext, wordSentence } from "./sentence-words.ts";

const now = Date.parse("2026-10-14T18:46:00Z");
const context: SentenceContext = { now, zone: "America/New_York", providerName: "Talkover", hoursReported: true, done: { count: 40, total: 50, measure: "done" } };
const at = (time: string) => Date.parse(time);

const told: [Sentence, string][] = [
  [{ kind: "calling", closesAt: at("2026-10-14T21:00:00Z") }, "Calling now. Today’s window closes at 17:00 EDT"],
  [{ kind: "calling", closesAt: at("2026-10-15T05:00:00Z") }, "Calling now. The window closes tomorrow 01:00 EDT"],
  [{ kind: "calling", closesAt: at("2026-10-14T18:45:00Z") }, "Calling now. The calling hours of this window are over"],
  [{ kind: "stalled", unchangedSince: now - 22 * 60_000, closesAt: undefined }, "Active, but nothing has changed for 22 min inside calling hours."],
  [{ kind: "outside_hours", opensAt: at("2026-10-19T13:00:00Z") }, "Outside calling hours. Next calls Monday 09:00 EDT"],
  [{ kind: "outside_hours", opensAt: at("2026-11-02T14:00:00Z") }, "Outside calling hours. Next calls Mon 2 Nov 09:00 EST"],
  [{ kind: "outside_hours", opensAt: undefined }, "Outside calling hours. No later calling hours are known"],
  [{ kind: "not_started", opensAt: undefined, startDate: "2027-01-04" }, "Not started. Its first day is Mon 4 Jan 2027"],
  [{ kind: "waiting_for_retries", toRetry: 2231 }, "Waiting for retries. All contacts have been tried; 2,231 wait to be tried again"],
  [
    { kind: "waiting_for_retries", toRetry: 312, cooldown: { first: now, last: now } },
    "Waiting for retries.",
  ],
  [{ kind: "paused", since: undefined, inProgress: undefined }, "Paused; since when is not reported. Nothing new starts until it is resumed"],
  [
    { kind: "paused", since: at("2026-10-14T18:05:00Z"), inProgress: 1 },
    "Paused since today 14:05 EDT. 1 call is still in progress; nothing new starts until it is resumed",
  ],
  [{ kind: "completed", at: undefined }, "Finished; when is not reported. 40 of 50 contacts done"],
  [{ kind: "completed", at: at("2026-10-14T18:05:00Z") }, "Finished today 14:05 EDT. 40 of 50 contacts done"],
  [{ kind: "ready", word: "READY" }, "Ready, not started. Nothing is dialled until it is started on Talkover"],
  [{ kind: "ready", word: "preparing" }, "Preparing. Nothing is dialled until it is started on Talkover"],
  [{ kind: "scheduled", at: at("2026-10-19T13:00:00Z") }, "Scheduled. It starts Monday 09:00 EDT"],
  [{ kind: "scheduled", at: at("2026-10-14T13:00:00Z") }, "Scheduled. It was to start today 09:00 EDT"],
  [{ kind: "scheduled", at: undefined }, "Scheduled; when is not reported."],
  [{ kind: "new_chats_paused" }, "Active, new chats paused. Conversations under way go on; no new one is begun"],
  [{ kind: "incoming" }, "Answering incoming calls. People call this campaign; it does not call them"],
  [{ kind: "unknown_status", word: "" }, "Talkover does not report a status."],
  [{ kind: "unknown_status", word: "archiving" }, "Talkover says “archiving”. Callboard does not know this status"],
];

test.each(told)("%j", (sentence, words) => {
  const { what, why } = wordSentence(sentence, context);
  expect([what, why].filter((part) => part !== undefined).join(" ").replaceAll("\u202f", " ")).toBe(words);
});

test("hours that are not reported are said to be, never assumed", () => {
  const { what, why } = wordSentence({ kind: "calling", closesAt: undefined }, { ...context, hoursReported: false });
  expect(`${what} ${why}`).toBe("Calling now. Talkover does not report the calling hours");
});

test("what is counted decides what is said of a campaign that is over", () => {
  const finished = (measure: "completed" | "first_calls_sent") =>
    wordSentence({ kind: "completed", at: undefined }, { ...context, done: { count: 40, total: 50, measure } }).why;
  expect(finished("completed")).toBe("40 of 50 contacts completed");
  expect(finished("first_calls_sent")).toBe("First calls were sent to 40 of 50 contacts");
});

test("a draft whose contacts are not reported is not said to have none", () => {
  const { what, why } = wordSentence({ kind: "draft", hasContacts: false }, { ...context, done: undefined });
  expect(`${what} ${why}`).toBe("Draft. It starts once it is activated on Talkover");
});
