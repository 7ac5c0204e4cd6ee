import { expect, test } from "vitest";
import { wordNotReported } from "./not-reported-words.ts";

test("what is missing stands in one sentence", () => {
  expect(wordNotReported([], "Acme")).toBeUndefined();
  expect(wordNotReported(["agent"], "Acme")).toBe("Agent is not reported by Acme.");
  expect(wordNotReported(["contact files"], "Acme")).toBe("Contact files are not reported by Acme.");
  expect(wordNotReported(["agent", "type", "start date"], "Acme")).toBe("Agent, type and start date are not reported by Acme.");
});
