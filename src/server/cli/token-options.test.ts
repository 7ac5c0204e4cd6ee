import { expect, test } from "vitest";
import { readTokenOptions, tokenUsage } from "./token-options.ts";

const mistakes = (...args: string[]): string[] => {
  const reading = readTokenOptions(args);
  return reading.ok ? [] : reading.mistakes;
};
const campaignsOf = (...args: string[]): unknown => {
  const reading = readTokenOptions(args);
  return reading.ok ? reading.order.grant.campaigns : reading.mistakes;
};

test("campaigns are separated by commas, or given more than once", () => {
  const both = { acme: ["spring-*", "c1"], other: ["*"] };
  expect(campaignsOf("--campaigns", "acme/spring-*, acme/c1,other/*")).toEqual(both);
  expect(campaignsOf("--campaigns", "acme/spring-*", "--campaigns=acme/c1,other/*")).toEqual(both);
  expect(campaignsOf()).toEqual({ "*": ["*"] });
});

test.each(["acme/c1,", ",acme/c1", "acme/", "acme", "acme/c1,c2", "acme/c1,,acme/c2", ""])("--campaigns %j is one sentence", (text) => {
  expect(mistakes("--campaigns", text)).toEqual(['--campaigns must be CONNECTION/CAMPAIGN, such as "acme/*" or "acme/spring-*"; more than one are separated by commas.']);
});

test("--to is for links", () => {
  expect(mistakes("--to", "/c/acme/c1")).toEqual(["--to has no meaning without --link: a token opens no page."]);
  expect(mistakes("--link", "--to", "/c/acme/c1")).toEqual([]);
});

test("every option is in the usage, and every option of the usage is one", () => {
  const shown = [...tokenUsage.matchAll(/^ {2}--([a-z]+)/gm)].map(([, name]) => name);
  const [known = ""] = mistakes("--nothing");
  expect(shown).toHaveLength(10);
  expect(new Set(shown)).toEqual(new Set([...known.matchAll(/--([a-z]+)/g)].slice(1).map(([, name]) => name)));
});
