import { expect, test } from "vitest";
import { wallOptions } from "./wall-options.ts";

const acme = { connection: "acme", campaign: "spring" };

test("one campaign by its path, and what holds where nothing is said", () => {
  expect(wallOptions("/wall/acme/spring", "")).toEqual({
    campaigns: [acme],
    everyMilliseconds: 30_000,
    zone: "campaign",
    figures: undefined,
    shift: false,
    sound: false,
    flash: false,
    failuresPercent: 30,
    mistakes: [],
  });
});

test("several campaigns by a list, each once, whatever their ids hold", () => {
  const { campaigns, mistakes } = wallOptions("/wall", "campaigns=acme/spring,demo/a%252Fb,acme/spring&every=2m");
  expect(campaigns).toEqual([acme, { connection: "demo", campaign: "a/b" }]);
  expect(mistakes).toEqual([]);
});

test("every option by its word", () => {
  const options = wallOptions("/wall/acme/spring/", "every=45&zone=utc&theme=light&figures=calls,today&shift=on&sound=on&flash=on&failures=off");
  expect(options).toMatchObject({ everyMilliseconds: 45_000, zone: "utc", figures: ["calls", "today"], shift: true, sound: true, flash: true, failuresPercent: undefined, mistakes: [] });
});

test.each([
  ["every=fast", "“every=fast” cannot be used: write a time from 5s to 60m, as in every=30s."],
  ["every=2s", "“every=2s” cannot be used: write a time from 5s to 60m, as in every=30s."],
  ["zone=berlin", "“zone=berlin” cannot be used: write campaign, mine or utc."],
  ["theme=blue", "“theme=blue” cannot be used: write dark, light or system."],
  ["shift=yes", "“shift=yes” cannot be used: write on or off."],
  ["failures=0", "“failures=0” cannot be used: write a percentage from 1 to 100, or off."],
  ["figures=calls,money", "“figures=calls,money” cannot be used: write at most 5 of calls, success, hour, progress, duration, today, completed, failed, with commas between them."],
  ["evry=30s", "This wall knows no option “evry”; it knows campaigns, every, theme, zone, figures, shift, sound, flash and failures."],
  ["campaigns=spring", "“spring” names no campaign: write connection/campaign, as in /wall/acme/spring-sale or /wall?campaigns=acme/spring-sale,acme/renewals."],
])("%s is one sentence, and the wall shows what it can", (query, sentence) => {
  const { mistakes, campaigns, everyMilliseconds } = wallOptions("/wall/acme/spring", query);
  expect(mistakes).toEqual([sentence]);
  expect(campaigns).toEqual([acme]);
  expect(everyMilliseconds).toBe(30_000);
});

test("more campaigns than a wall can show are counted", () => {
  const list = Array.from({ length: 30 }, (_, index) => `acme/c${index}`).join(",");
  const { campaigns, mistakes } = wallOptions("/wall", `campaigns=${list}`);
  expect(campaigns).toHaveLength(24);
  expect(mistakes).toEqual(["A wall shows at most 24 campaigns; the last 6 of this one are left out."]);
});

test("an address that cannot be read is said, not thrown", () => {
  expect(wallOptions("/wall/acme/%E0%A4%A", "").campaigns).toEqual([]);
  expect(wallOptions("/wall/acme/%E0%A4%A", "").mistakes).toHaveLength(1);
});
