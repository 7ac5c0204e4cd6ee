import { expect, test } from "vitest";
import { scopeOf, toggled } from "./chosen.ts";
import { wordCampaigns, wordSeen } from "./display-words.ts";

const connections = [
  { name: "acme", label: "Acme" },
  { name: "beta", label: "Beta & sons" },
];

test.each([
  [undefined, "Approved; not seen yet", false],
  [1_000_000, "On", true],
  [1_000_000 - 179_000, "On", true],
  [1_000_000 - 600_000, "Last seen 10\u202Fmin ago", false],
  // The service's minute may be ahead of the answer.
  [1_000_500, "On", true],
])("seen at %s: %s", (seenAt, text, isOn) => {
  expect(wordSeen(seenAt, 1_000_000)).toEqual({ text, isOn });
});

test.each([
  [{ acme: ["*"] }, "All campaigns of Acme"],
  [{ acme: ["c1", "c2"], beta: ["x-*"] }, "Acme: c1, c2; Beta & sons: x-*"],
  [{ gone: ["c1"], "*": ["*"] }, "gone: c1; All campaigns of every connection"],
])("%j: %s", (campaigns, words) => {
  expect(wordCampaigns(campaigns, connections)).toBe(words);
});

test("what is chosen is chosen by connection, and taken back by choosing it again", () => {
  const [one, two, other] = [{ connection: "acme", campaign: "c1" }, { connection: "acme", campaign: "c2" }, { connection: "beta", campaign: "c1" }];
  const all = [one, two, other].reduce<{ connection: string; campaign: string }[]>(toggled, []);
  expect(scopeOf(all)).toEqual({ acme: ["c1", "c2"], beta: ["c1"] });
  expect(scopeOf(toggled(all, { ...two }))).toEqual({ acme: ["c1"], beta: ["c1"] });
  expect(scopeOf([])).toEqual({});
});
