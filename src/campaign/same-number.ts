import { countryOf } from "./masked-number.ts";

/** Fewer digits name nobody; more are no telephone number (ITU-T E.164). */
const wholeDigits = { fewest: 7, most: 15 };
/** Digits dialled before a country code, and before a national number. */
const abroad = /^(?:00|011)(?=[1-9])/;
const trunk = /^0+/;

/** Whether a text is one whole telephone number, in whatever form. */
export function isWholeNumber(text: string): boolean {
  if (!/^\+?[\d\s()./-]+$/.test(text.trim())) return false;
  const { length } = digitsOf(text);
  return length >= wholeDigits.fewest && length <= wholeDigits.most;
}

/** Digits that every form of the number ends with. */
export function lastDigits(text: string): string {
  return digitsOf(text).slice(-wholeDigits.fewest);
}

/**
 * Whether a number is the one wanted, each E.164 or national: `+49 171 1234567` is `0171 1234567`.
 * National numbers of several countries may be the same; then each of them is.
 */
export function numberMatcher(wanted: string): (number: string) => boolean {
  const one = formsOf(wanted);
  return (number) => {
    if (!isWholeNumber(number)) return false;
    const other = formsOf(number);
    if (one.whole !== undefined && other.whole !== undefined) return one.whole === other.whole;
    if (one.digits === other.digits) return true;
    if (one.whole !== undefined) return isNationalOf(other.digits, one.whole);
    if (other.whole !== undefined) return isNationalOf(one.digits, other.whole);
    return one.digits.replace(trunk, "") === other.digits.replace(trunk, "");
  };
}

/** Its digits, and those of its E.164 form where it tells its country. */
function formsOf(text: string): { digits: string; whole: string | undefined } {
  const digits = digitsOf(text);
  if (text.trim().startsWith("+")) return { digits, whole: digits };
  return { digits, whole: abroad.test(digits) ? digits.replace(abroad, "") : undefined };
}

/** Whether these digits are the number without its country code; with it, but without a sign, they are as well. */
function isNationalOf(national: string, whole: string): boolean {
  if (national === whole) return true;
  const rest = whole.slice(countryOf(whole).length);
  return rest === national || rest === national.replace(trunk, "");
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}
