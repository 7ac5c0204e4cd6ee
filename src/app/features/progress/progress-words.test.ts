import { expect, test } from "vitest";
import type { Estimate } from "#campaign/estimate.ts";
import type { Progress, ProgressNote, SegmentPart } from "#campaign/progress.ts";
import { notReported, reported } from "#campaign/reported.ts";
import { briefEstimate, wordEstimate } from "./estimate-words.ts";
import { nothingCounted } from "./nothing-counted.ts";
import { wordAtMost, wordMeasure, wordNote } from "./note-words.ts";
import { wordStage } from "./stage-words.ts";

const plain = (words: string | undefined) => words?.replaceAll("\u202f", " ");
const zone = "America/New_York";
const now = Date.parse("2026-10-14T18:46:00Z");

const pace = { fromPerHour: 80, toPerHour: 120, changes: 87, observedMinutes: 52 };
const estimate: Extract<Estimate, { kind: "dialling_time" }> = { kind: "dialling_time", fromHours: 3_700 / 120, toHours: 3_700 / 80, pending: 3_700, pace, maxConcurrentCalls: 5, unknown: "retries" };

test("an estimate is a range with its grounds, and no date", () => {
  expect(plain(wordEstimate(estimate, now, zone))).toBe(
    "31–46 h of dialling for what is pending, at the 80–120 completed an hour seen over the last 52 min with 5 at a time. No date: how many retries are in it is not reported.",
  );
  expect(plain(wordEstimate({ ...estimate, fromHours: 0.4, toHours: 0.7, maxConcurrentCalls: undefined }, now, zone))).toMatch(
    /^24–42 min of dialling .+ over the last 52 min\. No date/,
  );
});

test("an estimate that is withheld says why", () => {
  const withheld = (reason: "held" | "not_observed_long_enough" | "nothing_moves", observedSince?: number) =>
    plain(wordEstimate({ kind: "withheld", reason, observedSince }, now, zone));
  expect(withheld("held")).toMatch(/while the campaign is not active/);
  expect(withheld("not_observed_long_enough", now - 4 * 60_000)).toMatch(/watched it for ten minutes; it has watched for 4 min\.$/);
  expect(withheld("not_observed_long_enough")).toMatch(/ten minutes\.$/);
  expect(withheld("not_observed_long_enough", now - 5 * 3_600_000)).toMatch(/watched ten minutes of calling hours\.$/);
  expect(withheld("nothing_moves")).toMatch(/fewer than 20 changes/);
});

const finish: Extract<Estimate, { kind: "finish" }> = {
  kind: "finish",
  from: Date.parse("2026-10-15T19:00:00Z"),
  to: Date.parse("2026-10-16T15:00:00Z"),
  medianAt: Date.parse("2026-10-16T13:30:00Z"),
  fromHours: 4.2,
  toHours: 8.1,
  pace: { ...pace, observedMinutes: 372 },
  confidence: 0.83,
  filesLeftOut: 0,
};

test("an end is a range in the campaign's zone, with how often such ranges held", () => {
  const words = (changed: Partial<typeof finish>) => plain(wordEstimate({ ...finish, ...changed }, now, zone));
  expect(words({})).toBe(
    "Ends between Thu 15 Oct 15:00 and Fri 16 Oct 11:00 EDT (8 of 10 such ranges held): 4–8 h of dialling at the 80–120 calls an hour seen in 6 h 12 min of calling hours.",
  );
  expect(words({ from: now + 3_600_000, to: now + 7_200_000 })).toMatch(/^Ends today between 15:46 and 16:46 EDT \(/);
  expect(words({ to: finish.from + 3_600_000 })).toMatch(/^Ends Thu 15 Oct between 15:00 and 16:00 EDT \(/);
  expect(words({ from: now - 60_000, to: now + 600_000 })).toMatch(/^Ends before today 14:56 EDT \(/);
  expect(words({ to: now + 200 * 86_400_000 })).toMatch(/^Ends between Thu 15 Oct 2026 and Sun 2 May 2027 \(/);
  expect(words({ filesLeftOut: 1 })).toMatch(/hours\. Without what a file may still bring: how fast it is read was not seen\.$/);
  expect(plain(briefEstimate(finish, now, zone).what)).toBe("Ends between Thu 15 Oct 15:00 and Fri 16 Oct 11:00 EDT");
});

test("where the campaign's dates end before the work does, that is said with what is left", () => {
  const early: Extract<Estimate, { reason: "schedule_ends_first" }> = { kind: "withheld", reason: "schedule_ends_first", observedSince: undefined, closesAt: finish.to, left: 1_234, share: 1 };
  const words = (changed: Partial<typeof early>) => plain(wordEstimate({ ...early, ...changed }, now, zone));
  expect(words({})).toBe("Its last calling hours close Fri 16 Oct 11:00 EDT: at the pace seen, about 1,200 contacts will not be done by then.");
  expect(words({ share: 0.4, left: 1 })).toMatch(/about 1 contact may not be done by then\.$/);
  expect(words({ closesAt: now - 3_600_000 })).toBe("Its last calling hours closed today 13:46 EDT; about 1,200 contacts are not done.");
  expect(plain(briefEstimate(early, now, zone).what)).toBe("About 1,200 contacts left");
});

test("without calling hours there are hours of dialling and no date", () => {
  expect(plain(wordEstimate({ ...estimate, unknown: "hours" }, now, zone))).toMatch(/80–120 calls an hour .+ No date: its calling hours are not known\.$/);
});

const notes: [ProgressNote, string][] = [
  [{ kind: "on_the_line_at_most", most: 5, of: 100 }, "Of the 100 not broken down, at most 5 are on the line at once."],
  [{ kind: "on_the_line_at_most", most: 1, of: 100 }, "Of the 100 not broken down, at most 1 is on the line at once."],
  [{ kind: "calls_stand_beside", listed: 1_312 }, "The 1,312 listed calls count calls, not contacts: they stand beside the bar, not in it."],
  [
    { kind: "results_from_whole_history", listed: 12_400, total: 50_000 },
    "Results are told once the whole call history has been read: 12,400 of 50,000 calls so far.",
  ],
  [{ kind: "results_from_whole_history", listed: 0, total: undefined }, "Results are told once the whole call history has been read."],
];

test.each(notes)("%j", (note, words) => {
  expect(wordNote(note)).toBe(words);
});

test("stages are counted as people do", () => {
  expect([0, 1, 2, 3, 4].map(wordStage)).toEqual(["First calls", "1st retry", "2nd retry", "3rd retry", "4th retry"]);
});

const bare: Progress = {
  source: "none",
  measure: "done",
  total: notReported,
  done: { count: 0, atMost: 0, source: "no contacts counted" },
  segments: [],
  rejected: notReported,
  inFailedFiles: notReported,
  stages: [],
  notes: [],
};

test("the headline says what it counts, and why it may be more", () => {
  expect([wordMeasure({ ...bare, measure: "completed" }), wordMeasure({ ...bare, measure: "completed" }, 1), wordMeasure({ ...bare, measure: "first_calls_sent" }, 2)]).toEqual([
    "completed",
    "contact completed",
    "first calls sent",
  ]);
  const open = (part: SegmentPart): Progress => ({
    ...bare,
    done: { count: 40, atMost: 60, source: "list" },
    segments: [{ part, state: "unknown", count: 20, source: "list" }],
  });
  expect(plain(wordAtMost(open("not_broken_down"), 100))).toBe("at most 60.0 %: 20 not broken down");
  expect(wordMeasure(open("not_read_yet"))).toBe("done, as far as read");
  expect(plain(wordAtMost(open("not_read_yet"), 100))).toBe("at most 60.0 %: 20 not read yet");
  expect(plain(wordAtMost(open("not_listed"), undefined))).toBe("at most 60: 20 not listed");
});

test("without counters there are listed calls, a list to be read, or one calm sentence; never a 0", () => {
  const connection = { name: "a", label: "A", provider: { id: "a", name: "Acme" }, lists: true, demo: false, consoleUrl: undefined };
  const reports = { calls: true, rowsAre: "calls" as const, callTimes: false, callIds: false, numbers: false, durations: false, recordings: false, retries: false, inProgress: false, files: false, statistics: false };
  const told = (calls: Parameters<typeof nothingCounted>[0]["calls"], hasCalls = true) =>
    nothingCounted({ progress: bare, calls, reports: { ...reports, calls: hasCalls }, connection });
  const reading = { total: undefined, complete: false, problem: undefined };
  expect(told(reported({ rows: 1_204, numbers: 900, reading: undefined }, "list"))).toMatchObject({ calls: { count: 1_204, beside: undefined }, what: "calls" });
  const partly = { rows: 100, numbers: 0, reading: { total: 959, complete: false, problem: undefined } };
  expect(told(reported(partly, "list"))).toMatchObject({ calls: { count: 959, beside: "100 of them read so far" } });
  const short = { rows: 1, numbers: 0, reading: { total: 150, complete: true, problem: undefined } };
  expect(told(reported(short, "list"))).toMatchObject({ calls: { count: 150, beside: "1 of them listed" } });
  expect(told(notReported)).toMatchObject({ calls: undefined, what: "Not read yet." });
  expect(told(reported({ rows: 0, numbers: 0, reading }, "list"))).toMatchObject({ calls: undefined, what: "Not read yet." });
  expect(told(notReported, false)).toMatchObject({ calls: undefined, what: "Not counted by Acme." });
  expect(nothingCounted({ progress: { ...bare, source: "list" }, calls: notReported, reports, connection })).toBeUndefined();
});
