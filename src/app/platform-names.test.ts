import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { providers } from "#providers/registry.ts";

/** Files of the app that a reader of the page sees something of; tests and what they use may name whom they like. */
function sourcesOf(folder: string): string[] {
  return readdirSync(join(import.meta.dirname, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes(".test.") && !file.startsWith("testing/"))
    .map((file) => join(folder, file));
}

const names = [...providers.values()].flatMap(({ id, name }) => [id, name]);

test.each(["features", "surfaces", "ui"])("nothing in %s names a platform: panels adapt by what an answer has", (folder) => {
  const sources = sourcesOf(folder);
  expect(sources.length).toBeGreaterThan(5);
  const naming = sources.filter((file) => {
    const text = readFileSync(join(import.meta.dirname, file), "utf8");
    return names.some((name) => new RegExp(`\\b${name.replace(".", "\\.")}\\b`, "i").test(text));
  });
  expect(naming).toEqual([]);
});
