import type { z } from "zod";
import type { SetAside } from "#campaign/call.ts";
import type { RowResult, WireProblem, WireResult } from "./provider.ts";

type Issue = z.core.$ZodIssue;

/** What a schema wanted, in words that hold nothing of what was found. */
function expectation(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.expected === "int" ? "whole number" : issue.expected;
    case "invalid_value":
      return issue.values.map(String).join(" or ");
    case "too_small":
      return issue.origin === "string" ? "text that is not empty" : `at least ${issue.minimum}`;
    case "too_big":
      return `at most ${issue.maximum}`;
    case "invalid_union": {
      const first = issue.errors[0]?.[0];
      return first === undefined ? "another shape" : expectation(first);
    }
    default:
      return "another shape";
  }
}

function pathText(path: PropertyKey[]): string {
  const text = path.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`)).join("");
  return text === "" ? "body" : text.replace(/^\./, "");
}

/** The first thing wrong with a body, as an operator may read it. */
function wireProblem(error: z.ZodError): WireProblem {
  const issue = error.issues[0];
  if (issue === undefined) return { path: "body", expected: "another shape" };
  return { path: pathText(issue.path), expected: expectation(issue) };
}

/** Parses a whole body; what comes back was rebuilt, so it has only the keys its schema names. */
export function parseWire<T extends z.ZodType>(schema: T, body: unknown): WireResult<z.output<T>> {
  const result = schema.safeParse(body);
  return result.success ? { ok: true, value: result.data } : { ok: false, problem: wireProblem(result.error) };
}

/** Rows that were mapped, and those that could not be read. */
export type Rows<T> = { items: T[] | undefined; setAside: SetAside[] };

/** Reads one row. */
export function readRow<Row, T>(row: unknown, schema: z.ZodType<Row>, map: (row: Row) => T): RowResult<T> {
  const result = schema.safeParse(row);
  if (result.success) return { ok: true, value: map(result.data) };
  const { path, expected } = wireProblem(result.error);
  return { ok: false, reason: `${path}: expected ${expected}` };
}

/** Reads rows one by one: a bad row never costs the others. A list that is absent is not an empty one. */
export function readRows<Row, T>(rows: unknown[] | null | undefined, schema: z.ZodType<Row>, map: (row: Row) => T): Rows<T> {
  if (rows === null || rows === undefined) return { items: undefined, setAside: [] };
  const items: T[] = [];
  const setAside: SetAside[] = [];
  rows.forEach((row, index) => {
    const result = readRow(row, schema, map);
    if (result.ok) items.push(result.value);
    else setAside.push({ index, reason: result.reason });
  });
  return { items, setAside };
}
