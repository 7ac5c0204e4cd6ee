import { randomBytes, randomInt } from "node:crypto";

/** Digits and letters that are not taken for one another, and that make no words (those of Open Location Codes). */
const alphabet = "23456789CFGHJMPQRVWX";
const codeLength = 8;
const codePattern = new RegExp(`^[${alphabet}]{${codeLength}}$`);

/** A code to be read from a screen and typed in, one of 20⁸ (2.6 · 10¹⁰). */
export function newCode(): string {
  return Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join("");
}

/** `7RQX-3MPW`: as it is shown. */
export function grouped(code: string): string {
  return `${code.slice(0, codeLength / 2)}-${code.slice(codeLength / 2)}`;
}

/** A code however it was typed; `undefined` where it can be none. */
export function codeIn(text: string): string | undefined {
  const code = text.toUpperCase().replaceAll(/[\s-]/g, "");
  return codePattern.test(code) ? code : undefined;
}

/** What nobody guesses: 256 bits. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}
