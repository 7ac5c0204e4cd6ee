import { expect, test } from "vitest";
import { ApiError, notAnswered } from "./api-error.ts";
import { freshnessState } from "./freshness.ts";
import type { Reading } from "./readings.ts";

const read: Reading = {
  readAt: 0, callsReadAt: undefined,
  nextPollAt: 5_000,
  pollAfterMilliseconds: 5_000,
  intervalMilliseconds: 5_000,
  failures: 0,
  failure: undefined,
  upstream: undefined,
};
const unread: Reading = { ...read, readAt: undefined };
const refused = new ApiError({ type: "about:blank", title: "", status: 429, detail: "", code: "rate_limited" });
const silent = notAnswered("unreachable", "");

test.each([
  [5_000, 15_000, "live"],
  [5_000, 15_001, "stale"],
  [5_000, 60_000, "stale"],
  [5_000, 60_001, "not_live"],
  [60_000, 120_000, "live"],
  [60_000, 120_001, "stale"],
  [60_000, 600_000, "stale"],
  [60_000, 600_001, "not_live"],
])("at an interval of %i ms, data %i ms old is %s", (intervalMilliseconds, age, state) => {
  expect(freshnessState({ ...read, intervalMilliseconds }, age)).toBe(state);
});

test("young data is named by what keeps it from being renewed", () => {
  expect(freshnessState({ ...read, failure: silent }, 20_000)).toBe("offline");
  expect(freshnessState({ ...read, failure: refused }, 20_000)).toBe("waiting");
  expect(freshnessState({ ...read, upstream: "rate_limited" }, 20_000)).toBe("waiting");
});

test("[fault: offline and online] old data is not live, whatever the reason", () => {
  for (const failure of [silent, refused]) expect(freshnessState({ ...read, failure }, 60_001)).toBe("not_live");
});

test("before the first answer it loads; a first answer that is an error is not live", () => {
  expect(freshnessState(unread, 100_000)).toBe("loading");
  expect(freshnessState({ ...unread, failure: silent }, 0)).toBe("offline");
  const broken = new ApiError({ ...refused.problem, status: 502, code: "server_error" });
  expect(freshnessState({ ...unread, failure: broken }, 0)).toBe("not_live");
});

test("asked for fewer requests by Callboard itself, the page waits as it does for a platform", () => {
  const hurried = new ApiError({ type: "about:blank", title: "", status: 429, detail: "", code: "too_many_requests" });
  expect(freshnessState({ ...read, failure: hurried }, 20_000)).toBe("waiting");
});
