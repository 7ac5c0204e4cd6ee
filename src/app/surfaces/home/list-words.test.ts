import { expect, test } from "vitest";
import { wordNoCampaign } from "./list-words.ts";

test.each([
  [1, false, "", "Acme has no campaigns yet."],
  [1, false, "spring", "No campaign of Acme is called “spring”."],
  [3, false, "spring", "No campaign on this page is called “spring”. This list can only be searched page by page."],
  [1, true, "", "No campaign of Acme is among those you may see."],
  [1, true, "spring", "No campaign of Acme called “spring” is among those you may see."],
])("an empty page of %i, scoped: %s, search %j: %s", (lastPage, scoped, search, words) => {
  expect(wordNoCampaign({ lastPage, scoped }, "Acme", search)).toBe(words);
});
