import fc from "fast-check";
import { expect, test } from "vitest";
import type { Call, SetAside } from "#campaign/call.ts";
import type { FinalityRules } from "#campaign/contact-state.ts";
import { callRows } from "#providers/talkover/map.ts";
import { talkover } from "#providers/talkover/provider.ts";
import { callSorts } from "#service/api.ts";
import { buildCallTable, type CallTable } from "../calls/table.ts";
import { sampleQuery } from "../calls/testing/sample-calls.ts";
import { viewCalls } from "../calls/view.ts";
import { callAt } from "../columns/call-columns.ts";
import { columnsOf } from "../columns/columns-builder.ts";
import { parseBody, readValue } from "../read-upstream.ts";
import { RowReader } from "./row-reader.ts";
import { successiveBodies, unusualBody } from "./testing/bodies.ts";
import { fullSight } from "../calls/sight.ts";

const { header } = talkover.campaign("c", {});
if (header.kind !== "one") throw new Error("Talkover answers a campaign at its own address");
const { read } = header;
const rules: FinalityRules = { maxRetries: 2, voicemailIsFinal: false, ended: false, resultsAreFinal: false };

const callsIn = (columns: ReturnType<typeof columnsOf>): Call[] => Array.from({ length: columns.rows }, (_, row) => callAt(columns, row));
const windowsOf = (table: CallTable) =>
  callSorts.flatMap((sort) => (["call", "number"] as const).map((group) => viewCalls(table, sampleQuery({ group, sort, limit: 50, q: "1" }), undefined, fullSight)));
const factsOf = (table: CallTable) => [
  { ...table.tally },
  [...table.unknownWords],
  [...table.arrival],
  table.rows,
  table.duplicates,
  table.vanished,
  table.missing,
  table.version,
  table.newestCreatedAt,
];

/** The whole body by JSON and the platform's schema: what the reader must answer, if it answers. */
function parsed(bytes: Uint8Array): { campaign: unknown; calls: Call[]; setAside: SetAside[] } | string {
  const whole = parseBody(bytes, read);
  if (!whole.ok) return whole.failure.detail;
  const { campaign, calls, setAside } = whole.value;
  return { campaign, calls: callsIn(columnsOf(calls ?? [])), setAside: setAside.calls };
}

function readByRows(reader: RowReader, bytes: Uint8Array) {
  const rows = reader.read(bytes);
  if (rows === undefined) return undefined;
  const envelope = readValue(rows.envelope, read);
  const answer = envelope.ok ? { campaign: envelope.value.campaign, calls: callsIn(rows.calls.columns), setAside: rows.setAside } : envelope.failure.detail;
  return { answer, listed: rows.calls };
}

test("successive bodies read as parsing each whole does, and make the same tables", () => {
  fc.assert(
    fc.property(successiveBodies, (bodies) => {
      const reader = new RowReader(callRows);
      let table: CallTable | undefined;
      let expected: CallTable | undefined;
      for (const bytes of bodies) {
        const whole = parsed(bytes);
        const byRows = readByRows(reader, bytes);
        expect(byRows?.answer).toEqual(whole);
        if (byRows === undefined || typeof whole === "string") throw new Error("These bodies are all readable");
        table = buildCallTable(byRows.listed, rules, table, { epoch: "e" });
        expected = buildCallTable(whole.calls, rules, expected, { epoch: "e" });
        expect(factsOf(table)).toEqual(factsOf(expected));
        expect(windowsOf(table)).toEqual(windowsOf(expected));
      }
    }),
    { numRuns: 400 },
  );
});

test("whatever is unusual in a body is read as parsing it whole does, or left to that", () => {
  let answered = 0;
  fc.assert(
    fc.property(fc.array(fc.oneof(unusualBody, successiveBodies.map(([first]) => first ?? new Uint8Array())), { minLength: 1, maxLength: 4 }), (bodies) => {
      const reader = new RowReader(callRows);
      for (const bytes of bodies) {
        const byRows = readByRows(reader, bytes);
        if (byRows === undefined) continue;
        answered += 1;
        expect(byRows.answer).toEqual(parsed(bytes));
      }
    }),
    { numRuns: 4_000 },
  );
  // The test would see nothing if everything were left to the parser.
  expect(answered).toBeGreaterThan(1_000);
});

const line = (id: number, note: string) => `{"id":"c${id}","to":"+1202555${1000 + id}","status":"busy","retries":0,"created_at":"2026-03-01T10:00:00Z","note":"${note}"}`;
const bodyOf = (lines: string[]) => new TextEncoder().encode(`{"success":true,"data":{"id":"c","name":"C","status":"active","calls":[${lines.join()}]}}`);

test("a list that moves on does not keep the numbers of all rows that ever stood in it", () => {
  const reader = new RowReader(callRows);
  let most = 0;
  for (let first = 0; first < 40_000; first += 500) {
    const lines = Array.from({ length: 1_000 }, (_, index) => line(first + index, ""));
    const rows = reader.read(bodyOf(lines));
    expect(rows?.calls.columns.rows).toBe(1_000);
    most = Math.max(most, rows?.calls.columns.numbers.spellings.length ?? 0);
  }
  expect(most).toBeLessThan(10_000);
});

test("rows that did not change are taken over, not read again", () => {
  let parsedRows = 0;
  const counting: typeof callRows.read = (row) => {
    parsedRows += 1;
    return callRows.read(row);
  };
  const reader = new RowReader({ ...callRows, read: counting });
  const lines = Array.from({ length: 100 }, (_, id) => line(id, "é"));
  reader.read(bodyOf(lines));
  expect(parsedRows).toBe(100);
  reader.read(bodyOf(lines.toSpliced(40, 1, line(40, "ë")).toSpliced(70, 2).toSpliced(0, 0, line(100, "é"))));
  // The edited one, the new one, and the one behind the gap.
  expect(parsedRows).toBe(103);
});
