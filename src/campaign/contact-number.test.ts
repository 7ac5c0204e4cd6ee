import { expect, test } from "vitest";
import { contactKey } from "./contact-number.ts";

test.each([
  ["+14155550134", "+14155550134"],
  ["+1 (415) 555-0134", "+14155550134"],
  ["919876543210", "919876543210"],
  ["0171 / 234-5678", "01712345678"],
  ["125xxxx0200", "125xxxx0200"],
  ["sip:Bob@example.com", "sip:bob@example.com"],
  ["+0123", "0123"],
  ["", ""],
])("%s → %s", (to, key) => {
  expect(contactKey(to)).toBe(key);
});
