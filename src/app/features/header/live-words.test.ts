import { expect, test } from "vitest";
import type { Freshness } from "../../client/freshness.ts";
import { wordFreshness } from "./live-words.ts";

const now = Date.parse("2026-10-14T18:46:00Z");
const context = { refreshing: false, retryAt: undefined, providerName: "Talkover", now, zone: "America/New_York" };

function told(freshness: Partial<Freshness>, retryAt?: number, refreshing = false): string {
  const whole: Freshness = { state: "live", readAt: now - 3_000, nextPollAt: now + 7_000, intervalMilliseconds: 10_000, ...freshness };
  const { word, details } = wordFreshness(whole, { ...context, retryAt, refreshing });
  return [word, ...details].join(" · ").replaceAll("\u202f", " ");
}

test("every state names its age or what is waited for", () => {
  expect(told({})).toBe("Live · updated 3 s ago · next in 7 s");
  expect(told({}, undefined, true)).toBe("Live · updated 3 s ago · reading now");
  expect(told({ state: "loading", readAt: undefined })).toBe("Loading · asking Talkover");
  expect(told({ state: "waiting", readAt: now - 22_000 }, now + 30_000)).toBe("Waiting · trying again in 30 s · figures 22 s old");
  expect(told({ state: "offline", readAt: now - 900_000 })).toBe("Offline · figures from 14:31 · 15 min old");
  expect(told({ state: "not_live", readAt: now - 86_400_000 })).toBe("Not live · figures from Tue 13 Oct 14:46 · 24 h old");
});
