import { describe, expect, test } from "vitest";
import { insideHours } from "#campaign/calling-windows.ts";
import { zoneClock } from "#campaign/zone-clock.ts";
import type { CampaignSpec, SimulatedCall } from "#providers/simulation.ts";
import { bigCampaign, campaigns } from "#providers/talkover/simulated-campaigns.ts";
import { anchorOf } from "./anchor.ts";
import { playCampaign } from "./played-campaign.ts";

const now = Date.parse("2026-10-14T15:20:00Z");
const anchor = anchorOf(now);
const minute = 60_000;
const hour = 60 * minute;

function spec(id: string): CampaignSpec {
  const found = campaigns.find((campaign) => campaign.id === id);
  if (!found) throw new Error(`no campaign ${id}`);
  return found;
}

const play = (id: string, seed = 7) => playCampaign(spec(id), { seed, anchor }, (call) => call);
const open = new Set(["queued", "initiated", "ringing", "answered"]);
const isOpen = (call: SimulatedCall): boolean => open.has(call.word);

describe("time", () => {
  test("the same seed and moment are the same campaign, whatever was looked at before", () => {
    for (const { id } of campaigns) {
      const watched = play(id);
      for (const step of [-50 * hour, -3 * hour, -7_000, -2_000]) watched.at(now + step);
      expect(watched.at(now)).toEqual(play(id).at(now));
    }
  });

  test("going back in time shows what was shown then", () => {
    const watched = play("renewal-reminders");
    const before = structuredClone(watched.at(now));
    watched.at(now + hour);
    expect(watched.at(now)).toEqual(before);
  });

  test("another seed is another campaign", () => {
    expect(play("two-windows", 8).at(now).rows).not.toEqual(play("two-windows", 7).at(now).rows);
  });

  test.each(["q2-lead-re-engagement", "renewal-reminders"])("%s moves within 30 seconds; settled calls stay the same objects", (id) => {
    const watched = play(id);
    const before = [...watched.at(now).rows];
    const after = watched.at(now + 30_000).rows;
    const changed = after.filter((row, index) => row !== before[index]);
    expect(changed.length).toBeGreaterThan(2);
    expect(changed.length).toBeLessThan(60);
  });

  test("every call goes the documented way and ends", () => {
    const order = ["queued", "initiated", "ringing", "answered"];
    const watched = play("q2-lead-re-engagement");
    const id = watched.at(now).rows.at(-1)?.id;
    const seen: string[] = [];
    for (let seconds = 0; seconds < 15 * 60; seconds += 1) {
      const word = watched.at(now + seconds * 1_000).rows.find((call) => call.id === id)?.word ?? "gone";
      if (word !== seen.at(-1)) seen.push(word);
    }
    expect(order.filter((word) => seen.includes(word))).toEqual(seen.slice(0, -1));
    expect(["completed", "voicemail", "no-answer", "busy", "failed"]).toContain(seen.at(-1));
  });
});

describe("size", () => {
  test.each([
    ["q2-lead-re-engagement", 17_000, 23_000],
    ["renewal-reminders", 700, 1_600],
    ["two-calls", 2, 2],
    ["sales-campaign", 2, 2],
    ["draft", 0, 0],
    ["future", 0, 0],
  ])("%s holds between %i and %i calls in these four hours", (id, least, most) => {
    for (const at of [anchor + minute, anchor + 4 * hour]) {
      const { length } = play(id).at(at).rows;
      expect(length).toBeGreaterThanOrEqual(least);
      expect(length).toBeLessThanOrEqual(most);
    }
  });

  test.each([0, 2, 5_000])("the big campaign has the %i calls it is asked for, and little more", (calls) => {
    const big = playCampaign(bigCampaign(calls), { seed: 7, anchor }, (call) => call);
    const { length } = big.at(anchor).rows;
    expect(Math.abs(length - calls)).toBeLessThanOrEqual(calls * 0.02);
    expect(big.at(anchor + 4 * hour).rows.length).toBeLessThanOrEqual(calls * 1.12);
  });
});

describe("plausibility", () => {
  test("every call is created inside calling hours", () => {
    for (const campaign of campaigns) {
      const { campaign: played, rows } = play(campaign.id).at(now);
      const windows = played.days.flatMap((weekday) => played.ranges.map((range) => ({ weekday, ...range })));
      const inside = insideHours(zoneClock(played.timeZone), { timeZone: played.timeZone, windows }, played);
      expect(rows.filter((call) => !inside(call.createdAt)).length).toBe(0);
    }
  });

  test("nothing is left in progress at night", () => {
    const night = zoneClock("America/New_York").instantOf(Math.floor(now / (24 * hour)), 17 * 60 + 40);
    expect(play("q2-lead-re-engagement").at(night).rows.filter(isOpen)).toEqual([]);
  });

  test("outcomes are spread as in a real campaign", () => {
    const { rows } = play("q2-lead-re-engagement").at(now);
    const share = (word: string): number => rows.filter((call) => call.word === word).length / rows.length;
    expect(share("completed")).toBeGreaterThan(0.55);
    expect(share("completed")).toBeLessThan(0.7);
    for (const [word, usual] of [["voicemail", 0.12], ["failed", 0.12], ["no-answer", 0.09], ["busy", 0.03]] as const) {
      expect(Math.abs(share(word) - usual)).toBeLessThan(0.03);
    }
  });

  test("the night side does not call now", () => {
    const side = play("night-side");
    expect(side.at(now + hour).rows).toEqual(side.at(now).rows);
    expect(side.at(now).rows.length).toBeGreaterThan(500);
  });

  test("a paused campaign leaves its queue as it is and lets calls on the line finish", () => {
    const { rows } = play("paused").at(now);
    expect(rows.filter(isOpen).length).toBeGreaterThan(0);
    expect(new Set(rows.filter(isOpen).map((call) => call.word))).toEqual(new Set(["queued"]));
    expect(play("paused").at(now + 5 * hour).rows).toEqual(rows);
  });

  test("a completed campaign has nothing open", () => {
    const { rows, campaign } = play("completed").at(now);
    expect(rows.filter(isOpen)).toEqual([]);
    expect(new Set(rows.map((call) => call.to)).size).toBe(campaign.contactFiles[0]?.processedRecords);
  });
});

describe("counts of contacts", () => {
  const inEffect = ["q2-lead-re-engagement", "renewal-reminders", "paused", "completed", "draft"];

  test.each(inEffect)("%s counts as many contacts and attempts as its rows hold", (id) => {
    const watched = play(id);
    // Many short looks and one long one must come to the same.
    for (let seconds = -600; seconds < 0; seconds += 7) watched.at(now + seconds * 1_000);
    const { campaign, rows } = watched.at(now);
    const dialled = rows.filter((call) => call.phase !== "queued");
    const inPlace = campaign.rowStyle === "row_in_place";
    // A row in place stands for its earlier attempts too.
    const attempts = rows.reduce((sum, call) => sum + (inPlace ? call.retries : 0) + (call.phase === "queued" ? 0 : 1), 0);
    const called = new Set([...dialled, ...rows.filter((call) => call.retries > 0)].map((call) => call.to));
    expect(campaign.attemptsByDepth.reduce((sum, count) => sum + count, 0)).toBe(attempts);
    expect(campaign.contactsCalled).toBe(called.size);
    expect(campaign.contactsCalled).toBeLessThanOrEqual(campaign.contacts);
    expect([...campaign.attemptsByDepth].sort((a, b) => b - a)).toEqual(campaign.attemptsByDepth);
    const lastOf = new Map(rows.map((call) => [call.to, call]));
    const isDone = ({ phase, retries }: SimulatedCall): boolean =>
      phase === "completed" || (phase === "voicemail" && campaign.voicemailIsFinal) || (!open.has(phase) && retries >= campaign.maxRetries);
    expect(campaign.contactsDone).toBe([...lastOf.values()].filter(isDone).length);
  });

  test("a call under way has neither an end nor talk; one that ended was created before", () => {
    const { rows } = play("q2-lead-re-engagement").at(now);
    const untold = rows.filter((call) => open.has(call.phase) !== (call.endedAt === undefined));
    const early = rows.filter((call) => (call.endedAt ?? now) < call.createdAt || (call.endedAt ?? now) > now);
    expect([untold, early]).toEqual([[], []]);
    const talked = new Set(rows.filter((call) => call.talkSeconds > 0).map((call) => call.phase));
    expect(talked).toEqual(new Set(["completed", "voicemail"]));
  });

  test("what is drawn from a call's seed stays the call's", () => {
    const watched = play("renewal-reminders");
    const seeds = new Map(watched.at(now).rows.map((call) => [call.id, call.seed]));
    const later = watched.at(now + 2 * hour).rows.filter((call) => seeds.has(call.id));
    expect(later.filter((call) => call.seed !== seeds.get(call.id))).toEqual([]);
    expect(new Set(seeds.values()).size).toBe(seeds.size);
  });
});

describe("retries", () => {
  test("one campaign writes a row for each attempt of a number, after its cool-down", () => {
    const { rows, campaign } = play("q2-lead-re-engagement").at(now);
    const byNumber = new Map<string, SimulatedCall[]>();
    for (const call of rows) byNumber.set(call.to, [...(byNumber.get(call.to) ?? []), call]);
    const tried = [...byNumber.values()].filter((attempts) => attempts.length > 1);
    expect(tried.length).toBeGreaterThan(500);
    for (const attempts of tried) {
      expect(attempts.map((call) => call.retries)).toEqual(attempts.map((_, index) => index));
      expect(attempts.length).toBeLessThanOrEqual(1 + campaign.maxRetries);
      const [first, second] = attempts;
      expect((second?.createdAt ?? 0) - (first?.createdAt ?? 0)).toBeGreaterThan(campaign.cooldownHours * hour);
    }
  });

  test("the other updates one row of each number: its retries rise, its id and creation stay", () => {
    const watched = play("renewal-reminders");
    const before = [...watched.at(now).rows];
    const after = watched.at(now + 2 * hour).rows;
    expect(new Set(after.map((call) => call.to)).size).toBe(after.length);
    const retried = before.filter((call, index) => (after[index]?.retries ?? 0) > call.retries);
    expect(retried.length).toBeGreaterThan(10);
    const [call] = retried;
    const later = after.find(({ id }) => id === call?.id);
    expect(later).toMatchObject({ to: call?.to, createdAt: call?.createdAt });
  });

  test("ids are unique", () => {
    const { rows } = play("q2-lead-re-engagement").at(now);
    expect(new Set(rows.map((call) => call.id)).size).toBe(rows.length);
  });
});
