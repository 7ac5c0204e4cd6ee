import { expect, test } from "vitest";
import type { Outcome } from "#campaign/outcome.ts";
import { outcomeOf, statusOf } from "./words.ts";

const reasons: [string, Outcome | undefined][] = [
  ["user_disconnected", undefined],
  ["agent_disconnected", undefined],
  ["user_did_not_pick_up", "no_answer"],
  ["user_busy", "busy"],
  ["user_unreachable", "no_answer"],
  ["invalid_phone_number", "failed"],
  ["destination_forbidden", "failed"],
  ["network_failure", "failed"],
  ["voicemail_detected", "voicemail"],
  ["constructor", undefined],
  ["", undefined],
];

test.each(reasons)("a call that ended with %j: the reason refines what only says that it is over", (reason, outcome) => {
  expect(outcomeOf("completed", reason)).toBe(outcome ?? "completed");
  expect(outcomeOf("failed", reason)).toBe(outcome ?? "failed");
  expect(outcomeOf("retry_expired", reason)).toBe(outcome ?? "unknown");
});

test.each(reasons)("with %j, statuses that say what happened keep saying it", (reason) => {
  for (const status of ["created", "initiated", "sent", "received", "in-progress"]) expect(outcomeOf(status, reason)).toBe("in_progress");
  for (const status of ["did_not_pick", "no_answer", "no-answer"]) expect(outcomeOf(status, reason)).toBe("no_answer");
  expect(outcomeOf("busy", reason)).toBe("busy");
  expect(outcomeOf("cancelled", reason)).toBe("cancelled");
});

test("words that are not documented stay unknown, in any spelling of the known ones", () => {
  expect(outcomeOf("toString", "voicemail_detected")).toBe("unknown");
  expect(outcomeOf(" No-Answer ", undefined)).toBe("no_answer");
  expect(statusOf("Running")).toEqual({ kind: "active", word: "Running" });
  expect(statusOf("waiting").kind).toBe("scheduled");
  expect(statusOf("hasOwnProperty")).toEqual({ kind: "unknown", word: "hasOwnProperty" });
});
