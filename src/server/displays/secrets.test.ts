import { expect, test } from "vitest";
import { codeIn, grouped, newCode, newSecret } from "./secrets.ts";

test("a code has eight letters and digits that nobody takes for others", () => {
  const codes = Array.from({ length: 500 }, newCode);
  expect(codes.filter((code) => !/^[23456789CFGHJMPQRVWX]{8}$/.test(code))).toEqual([]);
  expect(new Set(codes).size).toBe(500);
  expect(new Set(codes.join("")).size).toBe(20);
});

test.each([
  ["7rqx-3mpw", "7RQX3MPW"],
  [" 7RQX 3MPW ", "7RQX3MPW"],
  ["7RQX3MP", undefined],
  ["7RQX-3MPO", undefined],
  ["", undefined],
])("%j typed is %s", (typed, code) => {
  expect(codeIn(typed)).toBe(code);
});

test("what is shown is what is typed", () => {
  const code = newCode();
  expect(codeIn(grouped(code))).toBe(code);
  expect(grouped("7RQX3MPW")).toBe("7RQX-3MPW");
  expect(newSecret()).toMatch(/^[\w-]{43}$/);
});
