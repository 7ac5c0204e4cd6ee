const digits = 4;
const digitBits = 16;
const buckets = 2 ** digitBits;

/**
 * Orders rows by a number each, lowest first and NaN last; equal ones keep the order given.
 * `keys[i]` belongs to `rows[i]`. Some ten nanoseconds a row, where a comparison sort takes a microsecond.
 */
export function orderBy(rows: Uint32Array, keys: Float64Array): Uint32Array<ArrayBuffer> {
  const parts = sortableParts(keys);
  let order = upTo(keys.length);
  let spare = new Uint32Array(keys.length);
  const counts = new Uint32Array(buckets);
  for (let digit = 0; digit < digits; digit++) {
    if (!countDigits(parts, digit, keys.length, counts)) continue;
    for (let from = 0; from < order.length; from++) {
      const index = order[from] ?? 0;
      const value = parts[index * digits + digit] ?? 0;
      const place = counts[value] ?? 0;
      counts[value] = place + 1;
      spare[place] = index;
    }
    [order, spare] = [spare, order];
  }
  for (let place = 0; place < order.length; place++) spare[place] = rows[order[place] ?? 0] ?? 0;
  return spare;
}

/** 0, 1, 2 … */
export function upTo(length: number): Uint32Array<ArrayBuffer> {
  const order = new Uint32Array(length);
  for (let index = 0; index < length; index++) order[index] = index;
  return order;
}

/** Each double as four 16-bit digits, the lowest first, that order as the numbers do. */
function sortableParts(keys: Float64Array): Uint16Array {
  const parts = new Uint16Array(new Float64Array(keys).buffer);
  for (let index = 0; index < keys.length; index++) {
    const first = index * digits;
    const key = keys[index] ?? 0;
    const top = parts[first + 3] ?? 0;
    if (Number.isNaN(key)) parts.fill(0xffff, first, first + digits);
    else if (top & 0x8000 && key !== 0) for (let digit = first; digit < first + digits; digit++) parts[digit] = ~(parts[digit] ?? 0);
    // Zero has two signs and one place.
    else parts[first + 3] = (key === 0 ? 0 : top) | 0x8000;
  }
  return parts;
}

/** Turns into where each value of a digit begins; false where all have the same one. */
function countDigits(parts: Uint16Array, digit: number, rows: number, counts: Uint32Array): boolean {
  counts.fill(0);
  for (let index = 0; index < rows; index++) {
    const value = parts[index * digits + digit] ?? 0;
    counts[value] = (counts[value] ?? 0) + 1;
  }
  const first = parts[digit] ?? 0;
  if (counts[first] === rows) return false;
  let start = 0;
  for (let value = 0; value < buckets; value++) {
    const count = counts[value] ?? 0;
    counts[value] = start;
    start += count;
  }
  return true;
}
