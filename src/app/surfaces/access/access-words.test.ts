import { expect, test } from "vitest";
import type { Problem } from "#service/api.ts";
import { ApiError } from "../../client/api-error.ts";
import { wordFailure } from "./access-words.ts";

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
