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

type Now = {
  reading: boolean;
  /** What is on screen: its cursor becomes the anchor when somebody starts to read. */
  loaded: Anchor | undefined;
  /** The cursor the reader let go of by asking for the new calls: never taken up again. */
  released: string | undefined;
  filterKey: string;
};

/** The anchor from here on. Another filter always starts afresh. */
export function nextAnchor(anchor: Anchor | undefined, { reading, loaded, released, filterKey }: Now): Anchor | undefined {
  if (!reading) return undefined;
  if (anchor?.filterKey === filterKey) return anchor;
  if (loaded?.filterKey !== filterKey || loaded.asOf === released) return undefined;
  return { filterKey, asOf: loaded.asOf };
}
