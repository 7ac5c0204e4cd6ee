import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ReportedStatistics } from "./campaign.ts";
import type { ContactFile } from "./contact-file.ts";
import { contactState, type FinalityRules } from "./contact-state.ts";
import { type Outcome, outcomes } from "./outcome.ts";
import { recordsProgress as progressOf, recordsSource as progressSource } from "./records-progress.ts";
import { countRecords } from "./records.ts";
import { notReported, reported } from "./reported.ts";
import { type CallTally, emptyTally } from "./tally.ts";

const rules: FinalityRules = { maxRetries: 3, voicemailIsFinal: true, ended: false, resultsAreFinal: false };

function file(state: ContactFile["state"]["kind"], total: number, processed: number): ContactFile {
  return {
    id: `${state}-${total}`,
    originalName: reported("contacts.csv", "files[].original_filename"),
    processedName: notReported,
    state: { kind: state, word: state },
    totalRecords: reported(total, "files[].total_records"),
    processedRecords: reported(processed, "files[].processed_records"),
  };
}

function statistics(total?: number, completed?: number, failed?: number): ReportedStatistics {
  const fact = (value: number | undefined, source: string) => (value === undefined ? notReported : reported(value, source));
  return {
    totalCalls: fact(total, "stats.total_calls"),
    completedCalls: fact(completed, "stats.completed_calls"),
    failedCalls: fact(failed, "stats.failed_calls"),
    successRatePercent: notReported,
    averageDurationSeconds: notReported,
  };
}

/** A tally of contacts given as [outcome, retries used]. */
function tallyOf(contacts: [Outcome, number][], from: FinalityRules = rules): CallTally {
  const tally = emptyTally();
  for (const [outcome, retries] of contacts) {
    tally.rows += 1;
    tally.numbers += 1;
    tally.attempts += 1 + retries;
    tally.rowOutcomes[outcome] += 1;
    tally.contacts[contactState(outcome, retries, from)][outcome] += 1;
  }
  return tally;
}

function funnel(tally: CallTally | undefined, stats: ReportedStatistics, files: ContactFile[], from = rules) {
  const input = { tally, statistics: stats, files: reported(files, "files[]"), rules: from };
  return progressOf(input, progressSource(input));
}

const sumOf = (progress: ReturnType<typeof funnel>) => progress.segments.reduce((sum, { count }) => sum + count, 0);
const countOf = (progress: ReturnType<typeof funnel>, part: string, state?: string) =>
  progress.segments.filter((s) => s.part === part && (state === undefined || s.state === state)).reduce((sum, { count }) => sum + count, 0);

describe("the published Talkover sample", () => {
  const files = [file("processed", 1000, 950), file("processing", 500, 0)];
  const tally = tallyOf([["completed", 0], ["failed", 1]]);
  const progress = funnel(tally, statistics(100, 80, 20), files);

  test("P 950, R 50, X 0, B 500; rows 2, A 3", () => {
    expect(countRecords(files)).toEqual({ read: 950, rejected: 50, inFailedFiles: 0, beingRead: 500 });
    expect([tally.rows, tally.attempts]).toEqual([2, 3]);
  });

  test("the source is the statistics, 98 calls from the list", () => {
    expect(progress.source).toBe("statistics");
    expect(progress.notes).toContainEqual({ kind: "one_call_per_contact_assumed" });
  });

  test("1,450 = 80 completed + 20 failed + 850 without a call + 500 being read; + 50 rejected = 1,500", () => {
    expect(progress.total).toMatchObject({ value: 1450 });
    expect(progress.segments.map(({ part, count }) => [part, count])).toEqual([
      ["completed", 80],
      ["failed", 20],
      ["without_call", 850],
      ["being_read", 500],
    ]);
    expect(progress.rejected).toMatchObject({ value: 50 });
  });

  test("done 80 (5.5 %), at most 100 (6.9 %): whether the failed are retried is not reported", () => {
    expect(progress.done).toMatchObject({ count: 80, atMost: 100 });
    expect((100 * 80) / 1450).toBeCloseTo(5.5, 1);
    expect((100 * 100) / 1450).toBeCloseTo(6.9, 1);
    expect(progress.notes).toContainEqual({ kind: "retries_not_reported", count: 20 });
    expect(progress.notes).toContainEqual({ kind: "listed_in_progress", inProgress: 0, listed: 2 });
  });
});

describe("which source tells who was called", () => {
  const contacts = Array.from({ length: 100 }, (): [Outcome, number] => ["completed", 0]);
  const source = (stats: ReportedStatistics, tally: CallTally | undefined) =>
    progressSource({ tally, statistics: stats, files: notReported, rules });

  test.each([
    ["no statistics", statistics(), "list"],
    ["the rows", statistics(100), "list"],
    ["within five of the rows", statistics(105), "list"],
    ["six above", statistics(106), "statistics"],
    ["below the rows", statistics(20), "list"],
  ])("%s", (_, stats, expected) => {
    expect(source(stats, tallyOf(contacts))).toBe(expected);
  });

  test("attempts count as a reading", () => {
    const tally = tallyOf(contacts.map(() => ["failed", 2]));
    expect(source(statistics(300), tally)).toBe("list");
    expect(source(statistics(200), tally)).toBe("statistics");
  });

  test("neither list nor statistics", () => {
    expect(source(statistics(), undefined)).toBe("none");
  });
});

describe("from the list", () => {
  test("open, retried and final contacts are told apart", () => {
    const tally = tallyOf([
      ["completed", 0], ["cancelled", 0], ["voicemail", 0], ["no_answer", 3],
      ["failed", 1], ["queued", 2],
      ["in_progress", 0], ["queued", 0], ["unknown", 0],
    ]);
    const progress = funnel(tally, statistics(), [file("processed", 12, 10)]);
    expect(progress.done).toMatchObject({ count: 4, atMost: 4 });
    expect(countOf(progress, "failed", "to_retry")).toBe(1);
    expect(countOf(progress, "queued", "to_retry")).toBe(1);
    expect(countOf(progress, "queued", "waiting")).toBe(1);
    expect(countOf(progress, "without_call")).toBe(1);
    expect(progress.total).toMatchObject({ value: 10 });
    expect(progress.rejected).toMatchObject({ value: 2 });
  });

  test("contacts beyond the files' records make the total grow, and that is said", () => {
    const progress = funnel(tallyOf([["completed", 0], ["busy", 0], ["busy", 0]]), statistics(), [file("processed", 1, 1)]);
    expect(progress.total).toMatchObject({ value: 3 });
    expect(progress.notes).toContainEqual({ kind: "more_contacts_than_records", count: 2 });
  });

  test("once the campaign has ended every result is final, but a call never made is not done", () => {
    const ended = { ...rules, ended: true };
    const progress = funnel(tallyOf([["failed", 0], ["unknown", 0], ["queued", 0]], ended), statistics(), [], ended);
    expect(progress.done.count).toBe(2);
    expect(countOf(progress, "queued", "waiting")).toBe(1);
  });

  test("without max_retries an unsuccessful result is undetermined, not final", () => {
    const unknown = { ...rules, maxRetries: undefined };
    const progress = funnel(tallyOf([["completed", 0], ["busy", 4]], unknown), statistics(), [], unknown);
    expect(progress.done).toMatchObject({ count: 1, atMost: 2 });
  });
});

test("failed calls are done when nothing is retried", () => {
  const progress = funnel(undefined, statistics(100, 80, 15), [], { ...rules, maxRetries: 0 });
  expect(progress.done).toMatchObject({ count: 95, source: "stats.completed_calls + stats.failed_calls" });
  expect(countOf(progress, "not_broken_down")).toBe(5);
});

test("files that are not reported leave counts without a total", () => {
  const input = { tally: tallyOf([["completed", 0]]), statistics: statistics(), files: notReported, rules };
  expect(progressOf(input, "list").total).toEqual({ reported: false });
});

test("failed files' records stand outside, as records in failed files", () => {
  const progress = funnel(tallyOf([]), statistics(), [file("failed", 300, 20), file("uploading", 50, 10)]);
  expect(progress.inFailedFiles).toMatchObject({ value: 280 });
  expect(progress.total).toMatchObject({ value: 70 });
});

test("whatever arrives, the segments sum to the total and none is negative", () => {
  const count = fc.nat({ max: 10_000 });
  const anyFile = fc
    .tuple(fc.constantFrom("uploading", "processing", "processed", "failed", "unknown" as const), count, count)
    .map(([state, total, processed]) => file(state, total, processed));
  const anyContact = fc.tuple(fc.constantFrom(...outcomes), fc.nat({ max: 5 }));
  const anyRules = fc.record({ maxRetries: fc.option(fc.nat({ max: 4 }), { nil: undefined }), voicemailIsFinal: fc.boolean(), ended: fc.boolean(), resultsAreFinal: fc.boolean() });
  const maybe = fc.option(count, { nil: undefined });
  fc.assert(
    fc.property(fc.array(anyFile, { maxLength: 5 }), fc.array(anyContact, { maxLength: 60 }), anyRules, maybe, maybe, maybe, fc.boolean(),
      (files, contacts, from, total, completed, failed, listed) => {
        const progress = funnel(listed ? tallyOf(contacts, from) : undefined, statistics(total, completed, failed), files, from);
        expect(progress.total.reported && progress.total.value).toBe(sumOf(progress));
        expect(progress.segments.every((segment) => segment.count > 0)).toBe(true);
        expect(progress.done.atMost).toBeGreaterThanOrEqual(progress.done.count);
        expect(progress.done.atMost).toBeLessThanOrEqual(sumOf(progress));
      }),
  );
});
