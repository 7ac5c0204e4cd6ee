/**
 * What holds the table still. While a reader is in the table, windows are asked
 * for as of one cursor, so that rows created later wait behind the pill.
 */
export type Anchor = { filterKey: string; asOf: string };

/** What says that somebody reads the table rather than watches it. */
export type Reading = {
  /** The first row is under the sticky head. */
  scrolledIn: boolean;
  /** Keyboard focus is on a row. */
  focusInRows: boolean;
  openRows: number;
  /** Text of the table is selected. */
  selecting: boolean;
};

export function isReading(reading: Reading): boolean {
  return reading.scrolledIn || reading.focusInRows || reading.openRows > 0 || reading.selecting;
}

/**
 * The anchor from here on. `loaded` is what is on screen: its cursor becomes the
 * anchor when somebody starts to read. Another filter always starts afresh.
 */
export function nextAnchor(anchor: Anchor | undefined, reading: boolean, loaded: Anchor | undefined, filterKey: string): Anchor | undefined {
  if (!reading) return undefined;
  if (anchor?.filterKey === filterKey) return anchor;
  return loaded?.filterKey === filterKey ? { filterKey, asOf: loaded.asOf } : undefined;
}
