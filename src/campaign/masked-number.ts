/** Country codes of one digit, and the first two digits of those of two (ITU-T E.164); all others have three. */
const oneDigit = /^[17]/;
const twoDigits = /^(2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** A number of fewer digits would be known from the last four. */
const fewestDigits = 8;
const shownDigits = 4;

/**
 * A number as those see it who may not: country code and last four digits, such as `+1 ••• ••• 0134`.
 * Of short numbers, and of what is no number, nothing is shown. Where a platform masked it already, its
 * own digits are masked too, all but the last four.
 */
export function maskedNumber(to: string): string {
  const text = to.trim();
  const shown = lastDigitsOf(text);
  if (shown === undefined) return "•••";
  const digits = text.replace(/\D/g, "");
  const country = text.startsWith("+") ? countryOf(digits) : "";
  const hidden = Math.max(1, text.replace(/[\s().+/-]/g, "").length - country.length - shownDigits);
  const groups = "•".repeat(hidden).match(/.{1,3}/g) ?? [];
  return [...(country === "" ? [] : [`+${country}`]), ...groups, shown].join(" ");
}

/** The digits of a number that a masked viewer sees, and may search by; `undefined` where none are shown. */
export function lastDigitsOf(to: string): string | undefined {
  const plain = to.replace(/[\s().+/-]/g, "");
  return plain.length >= fewestDigits ? /^[\dx*•.-]*(\d{4})$/i.exec(plain)?.[1] : undefined;
}

/** The country code that the digits of an E.164 number begin with. */
export function countryOf(digits: string): string {
  const length = oneDigit.test(digits) ? 1 : twoDigits.test(digits) ? 2 : 3;
  return digits.slice(0, length);
}
