import { expect, test } from "vitest";
import type { Problem } from "#service/api.ts";
import { ApiError } from "../../client/api-error.ts";
import { wordFailure, wordOtherSession } from "./access-words.ts";

const words = (code: Problem["code"], status: number, headers: Record<string, string> = {}) =>
  wordFailure(new ApiError({ type: "about:blank", title: "", status, detail: "This link was used already; ask for a new one", code }, new Headers(headers)));

test("a sign-in that failed is one sentence with what to do", () => {
  expect(words("not_signed_in", 401)).toBe("This link was used already; ask for a new one.");
  expect(words("too_many_requests", 429, { "retry-after": "90" })).toBe("There were too many tries: try again in 2\u202fmin.");
  expect(words("too_many_requests", 429)).toBe("There were too many tries: try again in a moment.");
  expect(words("no_such_route", 404)).toBe("This Callboard takes no sign-in links: ask whoever runs it how to get in.");
  expect(words("unreachable", 0)).toBe("Callboard could not be reached: try again in a moment.");
  expect(words("server_error", 502)).toBe("Callboard could not be reached: try again in a moment.");
});

test("who is signed in and whom a link is for is said, also where both have one name", () => {
  expect(wordOtherSession({ signedInAs: "Ann", linkFor: "Bob" })).toBe("You are signed in as Ann. The link you opened is for Bob: with it, the session of Ann ends here, and you see what Bob may see. If you did not expect that, stay.");
  expect(wordOtherSession({ signedInAs: "manager", linkFor: "manager" })).toMatch(/^You are signed in as manager\. The link you opened is for manager too, but may show other campaigns/);
});
