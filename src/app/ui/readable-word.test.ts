import { expect, test } from "vitest";
import { readableWord } from "./readable-word.ts";

test.each([
  ["user_disconnected", "User disconnected"],
  ["userHangUp", "User hang up"],
  ["did-not-pick", "Did not pick"],
  ["System Generated", "System Generated"],
  ["Client side", "Client side"],
  ["SIP-486", "SIP 486"],
  ["___", "___"],
  ["", ""],
])("%j reads %j", (word, words) => expect(readableWord(word)).toBe(words));
