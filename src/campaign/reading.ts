/**
 * Two counts tell the same when they are within max(5, 1 %): platforms count
 * while calls move, so statistics and list are never of quite the same moment.
 */
export function fits(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.max(5, 0.01 * Math.max(Math.abs(a), Math.abs(b)));
}

/** How many consecutive reads must agree before a reading or a flag changes. */
const readsToChange = 3;

/** A choice that changes only after three consecutive reads asked for the same other one. */
export type Steady<T> = { value: T; challenger: T | undefined; seen: number };

/** The first read chooses at once; `now` is what the latest read asks for. */
export function settle<T>(previous: Steady<T> | undefined, now: T): Steady<T> {
  if (previous === undefined || Object.is(previous.value, now)) {
    return { value: now, challenger: undefined, seen: 0 };
  }
  const seen = Object.is(previous.challenger, now) ? previous.seen + 1 : 1;
  if (seen >= readsToChange) return { value: now, challenger: undefined, seen: 0 };
  return { value: previous.value, challenger: now, seen };
}
