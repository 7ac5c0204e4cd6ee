import { expect, test } from "vitest";
import { contactKey } from "#campaign/contact-number.ts";
import { type NumberPlan, phoneNumber } from "./phone-numbers.ts";

const sizes: [NumberPlan, number][] = [
  ["mixed", 200_000],
  ["gb", 100_000],
  ["in", 100_000],
  ["jp", 100_000],
];

test.each(sizes)("no two of the %s contacts share a number, and each is E.164", (plan, size) => {
  const numbers = new Set<string>();
  for (let contact = 0; contact < size; contact += 1) numbers.add(phoneNumber(plan, contact));
  expect(numbers.size).toBe(size);
  expect([...numbers].filter((number) => contactKey(number) !== number)).toEqual([]);
});

test("far contacts do not meet either", () => {
  const far = Array.from({ length: 100_000 }, (_, index) => 1_400_000 + index);
  const numbers = new Set([...far, ...Array(100_000).keys()].map((contact) => phoneNumber("mixed", contact)));
  expect(numbers.size).toBe(200_000);
});

test("the first thousands of North American numbers are those set aside for fiction", () => {
  const numbers = Array.from({ length: 20_000 }, (_, contact) => phoneNumber("mixed", contact));
  const american = numbers.filter((number) => number.startsWith("+1"));
  expect(american.length).toBe(17_000);
  expect(american.filter((number) => !/^\+1[2-9]\d\d55501\d\d$/.test(number))).toEqual([]);
});
