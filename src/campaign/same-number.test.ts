import { expect, test } from "vitest";
import { isWholeNumber, lastDigits, numberMatcher } from "./same-number.ts";

test("a number is the same however it is written", () => {
  const same = [
    ["+14155550134", "+1 (415) 555-0134"],
    ["+14155550134", "(415) 555-0134"],
    ["+14155550134", "14155550134"],
    ["(415) 555-0134", "+14155550134"],
    ["415.555.0134", "415-555-0134"],
    ["0171 1234567", "+491711234567"],
    ["+49 171/1234567", "01711234567"],
    ["0049 171 1234567", "+491711234567"],
    ["011 49 171 1234567", "+491711234567"],
    ["020 7946 0000", "+442079460000"],
    // Italy keeps its zero.
    ["06 12345678", "+390612345678"],
    ["+35312345678", "01 2345678"],
  ] as const;
  for (const [one, other] of same) expect([one, other, numberMatcher(one)(other)]).toEqual([one, other, true]);
  for (const [one, other] of same) expect([other, one, numberMatcher(other)(one)]).toEqual([other, one, true]);
});

test("another number is not, though it ends alike", () => {
  const others = [
    ["+14155550134", "+34155550134"],
    ["5550134", "+14155550134"],
    ["155550134", "+14155550134"],
    ["+14155550134", "+14155550135"],
    ["+14155550134", "125xxxx0134"],
    ["+14155550134", ""],
    ["+491711234567", "+1711234567"],
  ] as const;
  for (const [one, other] of others) expect([one, other, numberMatcher(one)(other)]).toEqual([one, other, false]);
});

test("only a whole number is one: no part of it, no word", () => {
  expect(["+14155550134", "0171 1234567", "5550134"].map(isWholeNumber)).toEqual([true, true, true]);
  expect(["0134", "12345x67", "+", "call me", "+1415555013412345", "own"].map(isWholeNumber)).toEqual([false, false, false, false, false, false]);
  expect(lastDigits("+1 (415) 555-0134")).toBe("5550134");
});
