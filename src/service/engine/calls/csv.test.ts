import fc from "fast-check";
import { expect, it } from "vitest";
import type { Call } from "#campaign/call.ts";
import type { CallsQuery } from "#service/api.ts";
import { parseStrictCsv as parseCsv } from "#service/testing/strict-csv.ts";
import { csvCell, csvOf } from "./csv.ts";
import { sampleCall, sampleQuery, sampleRules } from "./testing/sample-calls.ts";
import { buildCallTable } from "./table.ts";
import { viewCalls } from "./view.ts";
import { fullSight } from "./sight.ts";

const tableOf = (calls: Call[]) => buildCallTable(calls, sampleRules, undefined);
const csv = (calls: Call[], about: Partial<CallsQuery> = {}) => [...csvOf(tableOf(calls), sampleQuery(about), undefined, fullSight)].join("");

const calls = [
  sampleCall({ id: "a", to: "+12025550101", outcome: "no_answer", word: "no-answer", createdAt: Date.parse("2026-03-02T14:00:00Z") }),
  sampleCall({ id: "b", to: "+12025550101", createdAt: Date.parse("2026-03-03T14:00:00.250Z"), retries: 1 }),
  sampleCall({ id: "c", to: undefined, outcome: "queued" }),
];

it("has a line a number when grouped by number", () => {
  expect(csv(calls)).toBe(
    [
      "to,outcome,provider_word,retries,attempts,created_at,id",
      "+12025550101,completed,completed,1,2,2026-03-03T14:00:00.250Z,b",
      ",queued,queued,0,1,,c",
      "",
    ].join("\r\n"),
  );
});

it("has a line a call when grouped by call", () => {
  expect(csv(calls, { group: "call" })).toBe(
    [
      "id,to,outcome,provider_word,retries,created_at",
      "b,+12025550101,completed,completed,1,2026-03-03T14:00:00.250Z",
      "a,+12025550101,no_answer,no-answer,0,2026-03-02T14:00:00.000Z",
      "c,,queued,queued,0,",
      "",
    ].join("\r\n"),
  );
});

it("has the columns of calls where there is no number to group by", () => {
  expect(csv([sampleCall({ id: "c", to: undefined })])).toMatch(/^id,to,/);
});

it("is a header alone when nothing fits", () => {
  expect(parseCsv(csv(calls, { q: "nothing" }))).toHaveLength(1);
});

it("holds the rows of the view, filtered, anchored and sorted alike, whatever the window", () => {
  const many = Array.from({ length: 3_000 }, (_, index) =>
    sampleCall({ id: `id ${index}`, to: `+1202555${String((index * 7) % 2_500).padStart(4, "0")}`, createdAt: index % 400, retries: index % 3 }),
  );
  const first = tableOf(many.slice(0, 2_900));
  const { asOf } = viewCalls(first, sampleQuery(), undefined, fullSight);
  const table = buildCallTable(many, sampleRules, first);
  for (const group of ["number", "call"] as const) {
    const query = sampleQuery({ group, retries: [0, 2], sort: "retries", asOf });
    const { rows, total } = viewCalls(table, { ...query, limit: 10_000 }, undefined, fullSight);
    const chunks = [...csvOf(table, { ...query, offset: 17, limit: 5 }, undefined, fullSight)];
    const [header, ...records] = parseCsv(chunks.join(""));
    const idColumn = header?.indexOf("id") ?? -1;
    expect(records.map((record) => record[idColumn])).toEqual(rows.map(({ id }) => id));
    expect(records).toHaveLength(total);
    expect(chunks.length).toBeGreaterThan(1);
    expect(Math.max(...chunks.map(({ length }) => length))).toBeLessThan(70_000);
  }
});

const payloads = ["1+1", "cmd|' /C calc'!A0", '1,"x"', 'HYPERLINK("http://x","y")\r\n=2', "\n=1", '"=1"\r\n"=2",=3'];

it.each(["=", "+", "-", "@", "\t", "\r", "\0"].flatMap((lead) => payloads.map((rest) => [lead, rest] as const)))(
  "[threat: CSV formula injection] %j before %j has no power in any column, and is read back whole",
  (lead, rest) => {
    const text = lead + rest;
    const call = sampleCall({ id: text, to: text, outcome: "unknown", word: text, dimensions: { mood: [text, "x"] }, recordingUrl: text });
    const [header, record, ...more] = parseCsv(csv([call], { group: "call" }));
    expect(header).toEqual(["id", "to", "outcome", "provider_word", "retries", "created_at", "mood", "recording_url"]);
    expect(record).toEqual([`'${text}`, `'${text}`, "unknown", `'${text}`, "0", "", `'${text}; x`, `'${text}`]);
    expect(more).toEqual([]);
  },
);

it.each(["-1", "=1", "@SUM(A1)", "+1-2", "+", "+1 202", "+12\n3"])("[threat: CSV formula injection] takes the power from the number %j too", (to) => {
  expect(parseCsv(csv([sampleCall({ id: "a", to })], { group: "call" }))[1]?.[1]).toBe(`'${to}`);
});

it("[threat: CSV formula injection] leaves a plain E.164 number as it is", () => {
  expect(csvCell("+12025550101")).toBe("+12025550101");
});

it("[threat: CSV formula injection] is read back whole by a strict parser, and no cell begins like a formula", () => {
  const nasty = fc.string({ unit: fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", "\0", '"', "'", ",", ";", "a", "1", "é", "電") });
  fc.assert(
    fc.property(fc.uniqueArray(nasty, { minLength: 1, maxLength: 8 }), nasty, nasty, (ids, to, word) => {
      const rows = ids.map((id) => sampleCall({ id, to, word }));
      const [, ...records] = parseCsv(csv(rows, { group: "call", sort: "id", descending: false }));
      const read = (cell: string | undefined, was: string) => cell === was || cell === `'${was}`;
      expect(records).toHaveLength(ids.length);
      records.forEach((record, index) => {
        expect(record).toHaveLength(6);
        expect(read(record[0], ids.toSorted()[index] ?? "") && read(record[1], to) && read(record[3], word)).toBe(true);
        for (const cell of record) expect(/^\+\d+$/.test(cell) || !/^[=+\-@\t\r\0]/.test(cell)).toBe(true);
      });
    }),
  );
});

it("has columns for what else the platform says, and none for ids it has not", () => {
  const rich = [
    sampleCall({ id: "a", durationSeconds: 145, recordingUrl: "https://r.example/a.mp3", dimensions: { sentiment: ["positive"], tags: ["x", "y, z"] } }),
    sampleCall({ id: "b", to: "+12025550199" }),
  ];
  const table = buildCallTable(rich, sampleRules, undefined);
  const text = [...csvOf(table, sampleQuery({ group: "call", sort: "to", descending: false }), undefined, { ...fullSight, ownIds: false })].join("");
  expect(parseCsv(text)).toEqual([
    ["to", "outcome", "provider_word", "retries", "created_at", "duration_seconds", "sentiment", "tags", "recording_url"],
    ["+12025550100", "completed", "completed", "0", "", "145", "positive", "x; y, z", "https://r.example/a.mp3"],
    ["+12025550199", "completed", "completed", "0", "", "", "", "", ""],
  ]);
});
