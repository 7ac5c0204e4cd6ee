import { expect, test } from "vitest";
import { lastDigitsOf, maskedNumber } from "./masked-number.ts";

test.each([
  ["+14155550134", "+1 ••• ••• 0134"],
  ["+1 (415) 555-0134", "+1 ••• ••• 0134"],
  ["+447700900123", "+44 ••• ••• 0123"],
  ["+353861234567", "+353 ••• •• 4567"],
  ["+79161234567", "+7 ••• ••• 4567"],
  ["(415) 555-0134", "••• ••• 0134"],
  ["125xxxx0200", "••• ••• • 0200"],
  ["+123", "•••"],
  ["5550134", "•••"],
  ["", "•••"],
  ["sip:ann@example.org", "•••"],
  ["12345678 ext 9012", "•••"],
])("%s is shown as %s", (number, shown) => {
  expect(maskedNumber(number)).toBe(shown);
});

test("of every E.164 number, no digit between country code and the last four is left", () => {
  for (let country = 1; country < 1_000; country++) {
    const masked = maskedNumber(`+${country}9182736455`.slice(0, 16));
    expect(masked.replace(/^\+\d{1,3} /, "").replace(/ \d{4}$/, "")).toMatch(/^[• ]+$/);
  }
});

test("search goes by the digits that are shown", () => {
  expect(lastDigitsOf("+1 415 555 0134")).toBe("0134");
  expect(lastDigitsOf("5550134")).toBeUndefined();
});
