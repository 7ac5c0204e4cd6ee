import { expect, test } from "vitest";
import type { CallPage } from "../provider.ts";
import { mostAttempts } from "./wire.ts";
import { kore } from "./provider.ts";

type Fields = Record<string, unknown>;

const { calls } = kore.campaign("c", { clientId: "cs-1", streamId: "st-1", accountId: "a-1" });

function page(data: Fields, envelope: Fields = {}) {
  if (calls === undefined) throw new Error("Kore.ai has contacts");
  return calls.read({ status: "success", data: { results: [], page: 1, limit: 100, totalPages: 1, totalResults: 1, ...data }, ...envelope });
}

function read(results: unknown[]): CallPage {
  const result = page({ results });
  if (!result.ok) throw new Error(`${result.problem.path}: expected ${result.problem.expected}`);
  return result.value;
}

/** A contact of the given fields, over those of one that was never called. */
function contact(fields: Fields) {
  return read([{ phoneNumber: "919876543210", uniqueId: "", dialerOutcome: "", numberOfAttemptsSoFar: 0, ...fields }]);
}

test.each([
  ["", 0, "queued"],
  ["", 1, "in_progress"],
  [" ", 3, "in_progress"],
  ["completed", 1, "completed"],
  ["Completed", 0, "completed"],
  ["no_answer", 3, "no_answer"],
  ["No Answer", 3, "no_answer"],
  ["no-answer", 3, "no_answer"],
  ["NoAnswer", 3, "no_answer"],
  ["busy", 3, "busy"],
  ["FAILED", 3, "failed"],
  ["voicemail", 1, "voicemail"],
  ["cancelled", 0, "cancelled"],
  ["canceled", 0, "cancelled"],
  ["callAbandoned", 1, "unknown"],
  ["__proto__", 1, "unknown"],
])("dialerOutcome %j after %i attempts is %s", (dialerOutcome, numberOfAttemptsSoFar, outcome) => {
  expect(contact({ dialerOutcome, numberOfAttemptsSoFar }).calls).toMatchObject([{ outcome, word: dialerOutcome }]);
});

test("an outcome that is null or missing is none yet", () => {
  expect(contact({ dialerOutcome: null }).calls).toMatchObject([{ outcome: "queued", word: "" }]);
  expect(contact({ dialerOutcome: undefined, numberOfAttemptsSoFar: 2 }).calls).toMatchObject([{ outcome: "in_progress", word: "" }]);
});

test.each([
  [0, 0],
  [1, 0],
  [2, 1],
  ["3", 2],
  [100, 99],
])("%j attempts are %i retries", (numberOfAttemptsSoFar, retries) => {
  expect(contact({ numberOfAttemptsSoFar }).calls).toMatchObject([{ attempts: Number(numberOfAttemptsSoFar), retries }]);
});

test.each([
  ["919876543210", "+919876543210"],
  [" 919876543210 ", "+919876543210"],
  ["12345678", "+12345678"],
  ["123456789012345", "+123456789012345"],
  ["+919876543210", "+919876543210"],
  ["1234567", "1234567"],
  ["1234567890123456", "1234567890123456"],
  ["09876543210", "09876543210"],
  ["125xxxx0200", "125xxxx0200"],
  ["sip:desk@example.com", "sip:desk@example.com"],
])("the number %j is %j", (phoneNumber, to) => {
  expect(contact({ phoneNumber }).calls[0]?.to).toBe(to);
});

test("a contact is known by its unique id, or else by its number as it came", () => {
  expect(contact({ uniqueId: "crm-7" }).calls[0]?.id).toBe("crm-7");
  for (const uniqueId of ["", "  ", null, undefined]) expect(contact({ uniqueId }).calls[0]?.id).toBe("919876543210");
  expect(contact({ uniqueId: "crm-7", phoneNumber: null }).calls).toMatchObject([{ id: "crm-7", to: undefined }]);
});

test("dispositions are several words; those that say nothing are left out", () => {
  const words = (fields: Fields) => contact(fields).calls[0]?.dimensions;
  expect(
    words({
      agentDispositionCodes: ["System Generated", "", "Call back", "Call back"],
      botOutboundStatus: "agentHangUp",
      botOutboundStatusDetail: "agent_hangup",
    }),
  ).toEqual({ disposition: ["System Generated", "Call back"], hung_up_by: ["agentHangUp"], hang_up_detail: ["agent_hangup"] });
  expect(words({ botOutboundStatus: "carrierReset", botOutboundStatusDetail: null })).toEqual({ hung_up_by: ["carrierReset"] });
  expect(words({ agentDispositionCodes: "busy", botOutboundStatus: 5, botOutboundStatusDetail: " " })).toBeUndefined();
  expect(words({})).toBeUndefined();
});

test.each([
  [{ phoneNumber: null }, "phoneNumber: expected text that is not empty"],
  [{ phoneNumber: " ", uniqueId: " " }, "phoneNumber: expected text that is not empty"],
  [{ phoneNumber: 919876543210 }, "phoneNumber: expected string"],
  [{ uniqueId: 7 }, "uniqueId: expected string"],
  [{ dialerOutcome: 1 }, "dialerOutcome: expected string"],
  [{ numberOfAttemptsSoFar: undefined }, "numberOfAttemptsSoFar: expected number"],
  [{ numberOfAttemptsSoFar: null }, "numberOfAttemptsSoFar: expected number"],
  [{ numberOfAttemptsSoFar: -1 }, "numberOfAttemptsSoFar: expected at least 0"],
  [{ numberOfAttemptsSoFar: 1.5 }, "numberOfAttemptsSoFar: expected whole number"],
  [{ numberOfAttemptsSoFar: mostAttempts + 1 }, "numberOfAttemptsSoFar: expected at most 1000"],
])("a contact with %j is set aside, saying %j", (fields, reason) => {
  expect(contact(fields)).toMatchObject({ calls: [], setAside: [{ index: 0, reason }] });
});

test("rows that are no contacts are set aside with their place, and the good ones stay", () => {
  const good = { phoneNumber: "919876543210", numberOfAttemptsSoFar: 1, extra: [1] };
  const result = read([null, good, "919876543210", [good], good]);
  expect(result.calls).toHaveLength(2);
  expect(result.setAside.map(({ index }) => index)).toEqual([0, 2, 3]);
  expect(JSON.stringify(result.setAside)).not.toContain("9876");
  expect(JSON.stringify(result.calls)).not.toContain("extra");
});

test("the page says where it stands; no contacts are one empty page", () => {
  expect(page({ page: 3, totalPages: "7", totalResults: 640 })).toMatchObject({ value: { page: 3, lastPage: 7, total: 640 } });
  expect(page({ totalPages: 0, totalResults: 0 })).toMatchObject({ value: { calls: [], lastPage: 1, total: 0 } });
});

test.each<[Fields, Fields, string]>([
  [{}, { status: "failure", message: "no" }, "status: success"],
  [{}, { data: null }, "data: object"],
  [{ results: {} }, {}, "data.results: array"],
  [{ page: null }, {}, "data.page: number"],
  [{ totalPages: -1 }, {}, "data.totalPages: at least 0"],
  [{ totalResults: undefined }, {}, "data.totalResults: number"],
])("a page with %j and %j is refused: %s", (data, envelope, expected) => {
  const result = page(data, envelope);
  expect(result.ok ? "none" : `${result.problem.path}: ${result.problem.expected}`).toBe(expected);
});

test("keys such as __proto__ in a contact go nowhere", () => {
  const row: unknown = JSON.parse('{"uniqueId": "7", "numberOfAttemptsSoFar": 1, "__proto__": {"phoneNumber": "919876543210"}}');
  expect(read([row]).calls).toMatchObject([{ id: "7", to: undefined }]);
});
