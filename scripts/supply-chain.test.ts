import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { auditFindings, lockfileProblems } from "./supply-chain.mjs";

const good = { integrity: "sha512-x", resolved: "https://registry.npmjs.org/a/-/a-1.0.0.tgz" };

test("[threat: supply chain] every package installed is pinned by its bytes, from the registry, and runs nothing on installing", () => {
  expect(lockfileProblems(JSON.parse(readFileSync("package-lock.json", "utf8")) as Parameters<typeof lockfileProblems>[0])).toEqual([]);
  expect(readFileSync(".npmrc", "utf8")).toMatch(/^ignore-scripts=true$/m);
});

test.each([
  ["without integrity", { ...good, integrity: undefined }, /not pinned/],
  ["from elsewhere", { ...good, resolved: "git+ssh://git@example.com/a.git" }, /does not come from/],
  ["that runs code", { ...good, hasInstallScript: true }, /runs code/],
])("[threat: supply chain] a package %s is found", (_, locked, problem) => {
  expect(lockfileProblems({ packages: { "": {}, "node_modules/a": locked } })).toEqual([expect.stringMatching(problem)]);
});

test("[threat: supply chain] too many packages, or none, are found", () => {
  const many = Object.fromEntries(Array.from({ length: 91 }, (_, index) => [`node_modules/p${index}`, good]));
  expect(lockfileProblems({ packages: many })).toEqual([expect.stringMatching(/^91 packages/)]);
  expect(lockfileProblems({ packages: { "": {} } })).toEqual(["package-lock.json lists no packages."]);
});

test("an audit that finds something fails; one that could not be had is said", () => {
  const audit = (high: number) => JSON.stringify({ metadata: { vulnerabilities: { high, critical: 0 } } });
  expect(auditFindings({ code: 1, output: audit(2) }).problems).toEqual([expect.stringMatching(/2 high or critical/)]);
  expect(auditFindings({ code: 0, output: audit(0) })).toEqual({ problems: [], seen: "audited" });
  expect(auditFindings({ code: 1, output: "npm error audit endpoint returned an error" })).toEqual({ problems: [], seen: "the registry gave no audit" });
});
