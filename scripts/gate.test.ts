import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { boundaries } from "./boundaries.mjs";
import { root, runTool } from "./run.mjs";

/** The project's rules around a handful of planted files. */
let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "callboard-gate-"));
  for (const file of [".dependency-cruiser.mjs", ".oxlintrc.json", "package.json", "tsconfig.json", "tsconfig.base.json", "tsconfig.app.json"]) {
    cpSync(join(root, file), join(directory, file));
  }
  symlinkSync(join(root, "node_modules"), join(directory, "node_modules"));
  plant("src/campaign/outcome.ts", "export type Outcome = string;\nexport const first = 1;");
  plant("src/service/api.ts", 'export const header = "x";\nexport type Answer = string;');
  plant("src/service/ports.ts", "export const port = 1;");
  plant("src/app/client/queries.ts", 'import type { Outcome } from "#campaign/outcome.ts";\nimport { header } from "#service/api.ts";\nexport const ask = (outcome: Outcome): string => header + outcome;');
  plant("src/app/features/header/header.tsx", 'import type { Answer } from "#service/api.ts";\nimport { ask } from "../../client/queries.ts";\nexport const header = (answer: Answer): string => ask(answer);');
});
afterAll(() => rmSync(directory, { recursive: true }));

function plant(path: string, content: string): void {
  mkdirSync(dirname(join(directory, path)), { recursive: true });
  writeFileSync(join(directory, path), `${content}\n`);
}

/** What the boundaries say while one more file is there. */
async function planted(path: string, content: string): Promise<string[]> {
  plant(path, content);
  const { violations, unseen } = await boundaries(directory);
  rmSync(join(directory, path));
  expect(unseen).toEqual([]);
  return violations;
}

test("what the rooms may import passes, and all of it was looked at", async () => {
  expect(await boundaries(directory)).toEqual({ violations: [], unseen: [], seen: 5 });
});

test.each([
  ["the app, a value of campaign", "src/app/features/files/files.ts", 'export { first } from "#campaign/outcome.ts";'],
  ["the app's client, another value of the service", "src/app/client/other.ts", 'export { port } from "#service/ports.ts";'],
  ["a feature, another feature", "src/app/features/calls/calls.ts", 'export { header } from "../header/header.tsx";'],
  ["a feature, the service's words by value", "src/app/features/calls/calls.ts", 'export { header } from "#service/api.ts";'],
  ["a feature that draws no charts, recharts", "src/app/features/calls/calls.ts", 'export { Bar } from "recharts";'],
  ["the client, a feature", "src/app/client/up.ts", 'export { header } from "../features/header/header.tsx";'],
  ["a primitive, the client", "src/app/ui/button.ts", 'export { ask } from "../client/queries.ts";'],
  ["campaign, the service", "src/campaign/up.ts", 'export { port } from "#service/ports.ts";'],
  ["campaign, Node", "src/campaign/disk.ts", 'export { readFileSync } from "node:fs";'],
  ["the service, Node", "src/service/disk.ts", 'export { readFileSync } from "node:fs";'],
  ["a room nobody listed, its own files", "src/extra/a.ts", 'export { first } from "#campaign/outcome.ts";'],
])("%s: refused", async (_, path, content) => {
  expect(await planted(path, content)).toHaveLength(1);
});

test("files that were not looked at are told", async () => {
  writeFileSync(join(directory, ".dependency-cruiser.mjs"), 'export default { options: { exclude: "^src/campaign" } };');
  const { unseen } = await boundaries(directory);
  cpSync(join(root, ".dependency-cruiser.mjs"), join(directory, ".dependency-cruiser.mjs"));
  expect(unseen).toEqual(["src/campaign/outcome.ts"]);
});

test.each([
  ["a promise nobody awaits", "src/campaign/a.ts", "export function go(): void {\n  Promise.resolve(1);\n}", "no-floating-promises"],
  ["any", "src/campaign/a.ts", "export const any: any = 1;", "no-explicit-any"],
  ["a default export", "src/campaign/a.ts", "export default 1;", "no-default-export"],
  ["fetch in a feature", "src/app/features/calls/a.ts", 'export const ask = (): Promise<Response> => fetch("/");', "no-restricted-globals"],
  ["a timer in a feature, by way of window", "src/app/features/calls/a.ts", "export const later = (): unknown => window.setTimeout(() => {}, 1);", "no-restricted-globals"],
  ["the clock in campaign", "src/campaign/a.ts", "export const now = (): number => Date.now();", "no-restricted-properties"],
])("lint refuses %s", async (_, path, content, rule) => {
  plant(path, content);
  const { code, output } = await runTool("oxlint", ["src"], { directory });
  rmSync(join(directory, path));
  expect(output).toContain(rule);
  expect(code).not.toBe(0);
});
