import { expect, test } from "vitest";
import type { Cooldowns, DoNotCall, RetryRules } from "#campaign/campaign.ts";
import type { Outcome } from "#campaign/outcome.ts";
import { notReported, reported } from "#campaign/reported.ts";
import { contradictions, wordRetries } from "./rule-words.ts";

const hours = reported(24, "hours");
const cooldowns: Cooldowns = {
  postCompletionEnabled: notReported,
  postCompletionHours: notReported,
  successHours: hours,
  voicemailHours: hours,
  noAnswerHours: hours,
  busyHours: notReported,
  failedHours: hours,
};
const retryRules: RetryRules = { maxRetries: reported(3, ""), cooldownMinutes: reported(1440, "") };

function listing(outcomes: Outcome[], enabled = true): DoNotCall {
  return {
    enabled: reported(enabled, ""),
    listSource: notReported,
    autoAddEnabled: reported(true, ""),
    autoAddOutcomes: reported(outcomes.map((outcome) => ({ outcome, word: outcome })), ""),
    autoAddErrors: notReported,
  };
}

test("a rest after a result that lists the number for good is said to be idle", () => {
  expect(contradictions({ retryRules, cooldowns, doNotCall: listing(["completed", "voicemail"]) })).toEqual([
    "So the completed and voicemail cool-downs never come into play.",
  ]);
  expect(contradictions({ retryRules, cooldowns, doNotCall: listing(["busy"]) })).toEqual([]);
});

test("a list that is off and retries that are none cancel their rules", () => {
  const none = { ...retryRules, maxRetries: reported(0, "") };
  expect(contradictions({ retryRules: none, cooldowns, doNotCall: listing(["completed"], false) })).toEqual([
    "The list is off, so numbers added to it are still called.",
    "Without retries, the time between them never comes into play.",
  ]);
});

test("retries are told with the time between them", () => {
  const words = (most: number | undefined, minutes: number | undefined) =>
    wordRetries({
      maxRetries: most === undefined ? notReported : reported(most, ""),
      cooldownMinutes: minutes === undefined ? notReported : reported(minutes, ""),
    })?.replaceAll("\u202f", " ");
  expect(words(3, 1440)).toBe("3 at most, 24 h apart");
  expect(words(2, 10)).toBe("2 at most, 10 min apart");
  expect(words(1, 90)).toBe("1 at most, 1 h 30 min apart");
  expect(words(3, 4320)).toBe("3 at most, 72 h apart");
  expect(words(undefined, 120)).toBe("2 h apart");
  expect(words(2, undefined)).toBe("2 at most");
  expect(words(0, 120)).toBe("None");
  expect(words(undefined, undefined)).toBeUndefined();
});
