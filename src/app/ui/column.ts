import { createContext } from "react";

/** Where a panel stands, as far as scripts must know it: styles are told by container. */
export type Column = {
  /** Width of the panel's column, pixels; `undefined` where it is the window's. */
  widthPixels: number | undefined;
  /** Height of the bar that stays above it, pixels: `--bar` of the styles. */
  barPixels: number;
  /** Up to this width a row of a table takes two lines, pixels. */
  twoLinesPixels: number;
};

/** The page's: it has one column, the window. */
export const ColumnContext = createContext<Column>({ widthPixels: undefined, barPixels: 52, twoLinesPixels: 640 });
