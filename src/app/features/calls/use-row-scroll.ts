import { defaultRangeExtractor, measureElement, useWindowVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from "react";
import { type RowRange, rowsInSight } from "./row-window.ts";
import { useStretch } from "./use-stretch.ts";
import { useListTop } from "./use-list-top.ts";

/** Where a row says which of the rows laid out it is; its offset in the whole list stands beside. */
export const placeAttribute = "data-place";

type Wanted = { offset: number; align: "auto" | "start" };

type Scrolled = {
  list: RefObject<HTMLDivElement | null>;
  total: number;
  rowHeightPixels: number;
  /** What covers the top of the window while the list is scrolled: top bar and sticky head. */
  coveredPixels: number;
  keyOf(offset: number): string;
  /** A row that stays drawn wherever the reader is, because it holds the focus. */
  pinned: number;
};

/** Draws only the rows near the window; measured, so that open rows may be as high as they like. */
export function useRowScroll({ list, total, rowHeightPixels, coveredPixels, keyOf, pinned }: Scrolled) {
  const listTop = useListTop(list);
  const { first, rows, reach, settled } = useStretch({ list, total, rowHeightPixels, listTop });
  const virtualizer = useWindowVirtualizer<HTMLDivElement>({
    count: rows,
    indexAttribute: placeAttribute,
    estimateSize: () => rowHeightPixels,
    scrollMargin: listTop,
    scrollPaddingStart: coveredPixels,
    scrollPaddingEnd: 8,
    overscan: 10,
    // A table that is not laid out (on paper) has rows of no height: believing that would draw all of them.
    measureElement: (element, entry, instance) => measureElement(element, entry, instance) || rowHeightPixels,
    getItemKey: useCallback((place: number) => keyOf(first + place), [keyOf, first]),
    rangeExtractor: useCallback(
      (range: Parameters<typeof defaultRangeExtractor>[0]) => {
        const drawn = defaultRangeExtractor(range);
        const place = pinned - first;
        return drawn.includes(place) || place < 0 || place >= range.count ? drawn : [...drawn, place].sort((a, b) => a - b);
      },
      [pinned, first],
    ),
  });
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeightPixels]);

  const wanted = useRef<Wanted | undefined>(undefined);
  const show = useCallback(
    ({ offset, align }: Wanted) => {
      virtualizer.scrollToIndex(offset - first, { align });
      settled();
    },
    [virtualizer, first, settled],
  );
  useLayoutEffect(() => {
    if (wanted.current !== undefined) show(wanted.current);
    wanted.current = undefined;
  }, [show]);
  /** Brings a row into sight, wherever in the list it is. */
  const scrollToRow = useCallback(
    (offset: number, align: "auto" | "start" = "auto") => {
      if (reach(offset)) show({ offset, align });
      else wanted.current = { offset, align };
    },
    [reach, show],
  );

  const sight = rowsInSight({
    scrollTop: virtualizer.scrollOffset ?? 0,
    windowHeight: virtualizer.scrollRect?.height ?? window.innerHeight,
    listTop,
    coveredPixels,
    rowHeightPixels,
    total,
    rowAt: (pixels) => first + (virtualizer.getVirtualItemForOffset(pixels)?.index ?? 0),
  });
  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {};
  const drawn: RowRange = { first: first + startIndex, last: first + endIndex };
  return { virtualizer, first, scrollToRow, listTop, sight, drawn };
}
