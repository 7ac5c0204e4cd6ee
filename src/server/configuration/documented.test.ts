import { readFileSync } from "node:fs";
import { providers } from "#providers/registry.ts";
import { expect, test } from "vitest";
import { z } from "zod";
import { configurationSchema } from "./schema.ts";

/* docs/configuration.md names every key there is, no other, and with its default. */
const document = readFileSync("docs/configuration.md", "utf8");

/** The tables below a heading: the cell of the default by each name in the first cell. */
function tableBelow(heading: string): Map<string, string> {
  const [, section = ""] = document.split(`\n## ${heading}\n`);
  const rows = section.split("\n## ", 1).join().split("\n").filter((line) => line.startsWith("| `"));
  return new Map(
    rows.flatMap((row) => {
      const [names = "", defaults = ""] = row.replace(/^\| /, "").split(" | ");
      const keys = [...names.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
      const values = keys.length > 1 ? defaults.split(", ") : [defaults];
      return keys.map((key, index): [string, string] => [key, values[index] ?? ""]);
    }),
  );
}

/** Below defaults, lists and names that are the operator's own. */
function inner(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return inner(schema.unwrap());
  if (schema instanceof z.ZodPipe) return inner(schema.in);
  if (schema instanceof z.ZodRecord) return inner(schema.valueType);
  return schema instanceof z.ZodArray ? inner(schema.element) : schema;
}

function shapeOf(schema: unknown): Map<string, unknown> {
  const object = inner(schema);
  return new Map(object instanceof z.ZodObject ? Object.entries(object.shape) : []);
}

const toCome = (schema: unknown): boolean => inner(schema) instanceof z.ZodNever;
const defaultOf = (schema: unknown): unknown => (schema instanceof z.ZodDefault ? schema.parse(undefined) : undefined);

const file = shapeOf(configurationSchema([...providers.values()]));
const keys = [...file].filter(([, schema]) => !toCome(schema)).map(([key]) => key);
const connection = shapeOf(file.get("connections"));
const access = shapeOf(file.get("access"));
const general = tableBelow("Keys");
const whoMayLook = tableBelow("Who may look");

/** `general` writes some keys with what is in them: `database.file`, `connections.{name}`. */
const rowOf = (key: string): string | undefined => [...general.keys()].find((name) => name === key || name.startsWith(`${key}.`));

test("the tables name every key, and no other", () => {
  expect(keys.filter((key) => rowOf(key) === undefined)).toEqual([]);
  expect([...connection.keys()].filter((key) => !general.has(`….${key}`))).toEqual([]);
  expect([...access.keys()].filter((key) => !whoMayLook.has(key) && !whoMayLook.has(`${key}.{name}`))).toEqual([]);
  const named = [...general.keys()].map((name) => (name.startsWith("….") ? connection.has(name.slice(2)) : file.has(name.replace(/\..*$/, ""))));
  expect(named).toEqual(named.map(() => true));
  expect([...whoMayLook.keys()].filter((name) => !access.has(name.replace(/\..*$/, "")))).toEqual([]);
  expect([keys.length, connection.size, access.size].every((count) => count > 8)).toBe(true);
});

test.each([
  ...keys.map((key): [string, string | undefined, unknown] => [key, general.get(key), defaultOf(file.get(key))]),
  ...[...connection].map(([key, schema]): [string, string | undefined, unknown] => [`….${key}`, general.get(`….${key}`), defaultOf(schema)]),
  ...[...access].map(([key, schema]): [string, string | undefined, unknown] => [`access.${key}`, whoMayLook.get(key), defaultOf(schema)]),
].filter(([, cell, value]) => cell !== undefined && value !== undefined))("the default of %s is %s", (_, cell = "", value) => {
  const written = cell.replaceAll("`", "");
  const said: unknown = /^["[{\d]/.test(written) ? JSON.parse(written) : written;
  // Of an object's defaults only those that matter are written.
  expect({ value }).toMatchObject({ value: said });
});

test("what an issuer and a grant are made of is said beside them", () => {
  for (const [list, key] of [["issuers", "issuers.{name}"], ["grants", "grants"]] as const) {
    const row = document.split("\n").find((line) => line.startsWith(`| \`${key}\``)) ?? "";
    expect([...shapeOf(access.get(list)).keys()].filter((inside) => !row.includes(`\`${inside}\``))).toEqual([]);
  }
});

test("what a host that signs is made of is said in a table of its own", () => {
  const handoff = shapeOf(access.get("handoff"));
  const host = shapeOf(handoff.get("issuers"));
  const table = tableBelow("Signed handoff");
  expect([...table.keys()].toSorted()).toEqual([...host.keys()].toSorted());
  expect([table.get("parameter"), table.get("maxSeconds")]).toEqual([`\`${JSON.stringify(defaultOf(host.get("parameter")))}\``, String(defaultOf(host.get("maxSeconds")))]);
  expect(document).toContain(`holds \`sessionHours\` (${String(defaultOf(handoff.get("sessionHours")))})`);
});
