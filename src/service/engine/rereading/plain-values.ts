const [digit0, point, zulu, dash, separator, clockColon] = [0x30, 0x2e, 0x5a, 0x2d, 0x54, 0x3a];
const mostDigits = 9;

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= digit0 && byte <= digit0 + 9;
}

/** Where the whole number that begins at `at` is over; -1: there is none of at most nine digits, written as JSON does. */
export function digitsEnd(bytes: Uint8Array, at: number): number {
  let end = at;
  while (isDigit(bytes[end])) end++;
  const digits = end - at;
  return digits === 0 || digits > mostDigits || (digits > 1 && bytes[at] === digit0) ? -1 : end;
}

export function wholeNumber(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) value = value * 10 + (bytes[at] ?? 0) - digit0;
  return value;
}

/** Epoch milliseconds of `YYYY-MM-DDTHH:MM:SSZ`, with up to nine decimals of which three count; `undefined` for any other form. */
export function instantAt(bytes: Uint8Array, from: number, to: number): number | undefined {
  if (to - from < 20 || bytes[to - 1] !== zulu) return undefined;
  const separators = bytes[from + 4] === dash && bytes[from + 7] === dash && bytes[from + 10] === separator;
  if (!separators || bytes[from + 13] !== clockColon || bytes[from + 16] !== clockColon) return undefined;
  const year = digitsAt(bytes, from, 4);
  const month = digitsAt(bytes, from + 5, 2);
  const day = digitsAt(bytes, from + 8, 2);
  const hour = digitsAt(bytes, from + 11, 2);
  const minute = digitsAt(bytes, from + 14, 2);
  const second = digitsAt(bytes, from + 17, 2);
  const isTime = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
  const isMonth = year >= 1970 && year < 2200 && month >= 1 && month <= 12;
  if (!isTime || !isMonth || day < 1 || day > daysOf(year, month)) return undefined;
  const milliseconds = to - from === 20 ? 0 : bytes[from + 19] === point ? thousandths(bytes, from + 20, to - 1) : -1;
  if (milliseconds < 0) return undefined;
  return (((daysBefore(year, month) + day - 1) * 24 + hour) * 60 + minute) * 60_000 + second * 1_000 + milliseconds;
}

/** The first three decimals; -1 where there are none, more than nine, or other characters. */
function thousandths(bytes: Uint8Array, from: number, to: number): number {
  const decimals = to - from;
  if (decimals < 1 || decimals > 9 || digitsAt(bytes, from, decimals) === -1) return -1;
  const counted = Math.min(decimals, 3);
  return wholeNumber(bytes, from, from + counted) * 10 ** (3 - counted);
}

/** A number of this many digits; -1 where one is none. */
function digitsAt(bytes: Uint8Array, from: number, digits: number): number {
  for (let at = from; at < from + digits; at++) if (!isDigit(bytes[at])) return -1;
  return wholeNumber(bytes, from, from + digits);
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days from 1970-01-01 to the first of a month, for years from 1970. */
function daysBefore(year: number, month: number): number {
  // Years that begin in March have their leap day last.
  const early = month <= 2;
  const years = early ? year - 1 : year;
  const monthsSinceMarch = early ? month + 9 : month - 3;
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return years * 365 + leapDays + Math.floor((153 * monthsSinceMarch + 2) / 5) - 719_468;
}
