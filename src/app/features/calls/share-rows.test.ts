import { expect, test } from "vitest";
import type { CallRow, CallsAnswer } from "#service/api.ts";
import { shareRows } from "./share-rows.ts";

function row(id: string, attempts = 1): CallRow {
  return { id, to: `+1415555${id}`, outcome: "completed", word: "completed", state: "done", retries: 0, attempts, createdAt: 0, durationSeconds: 0 };
}

function answer(rows: CallRow[]): CallsAnswer {
  return { group: "call", total: rows.length, offset: 0, newer: 0, asOf: "1", rows, rail: [{ offset: 0, at: 0 }] };
}

const shared = (before: CallsAnswer, after: CallsAnswer) => shareRows(before, after) as CallsAnswer;

test("rows that moved are the objects they were, changed and new ones are their own", () => {
  const before = answer([row("1"), row("2"), row("3")]);
  const next = shared(before, answer([row("4"), row("1"), row("2", 2), row("3")]));
  expect(next).toEqual(answer([row("4"), row("1"), row("2", 2), row("3")]));
  expect(next.rows[1]).toBe(before.rows[0]);
  expect(next.rows[2]).not.toBe(before.rows[1]);
  expect(next.rows[3]).toBe(before.rows[2]);
  expect(next.rail).toBe(before.rail);
});

test("a list that stayed is the list it was, and a first answer stays as it came", () => {
  const before = answer([row("1"), row("1")]);
  expect(shared(before, answer([row("1"), row("1")])).rows).toEqual(before.rows);
  const single = answer([row("1")]);
  expect(shared(single, answer([row("1")])).rows).toBe(single.rows);
  expect(shareRows(undefined, before)).toBe(before);
});
