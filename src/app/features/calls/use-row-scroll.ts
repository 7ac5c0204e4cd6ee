import { defaultRangeExtractor, measureElement, useWindowVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useEffect } from "react";
import { type RowRange, rowsInSight } from "./row-window.ts";
import { useListTop } from "./use-list-top.ts";

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
  const virtualizer = useWindowVirtualizer<HTMLDivElement>({
    count: total,
    estimateSize: () => rowHeightPixels,
    scrollMargin: listTop,
    scrollPaddingStart: coveredPixels,
    scrollPaddingEnd: 8,
    overscan: 10,
    // A table that is not laid out (on paper) has rows of no height: believing that would draw all of them.
    measureElement: (element, entry, instance) => measureElement(element, entry, instance) || rowHeightPixels,
    getItemKey: keyOf,
    rangeExtractor: useCallback(
      (range: Parameters<typeof defaultRangeExtractor>[0]) => {
        const drawn = defaultRangeExtractor(range);
        return drawn.includes(pinned) || pinned >= range.count ? drawn : [...drawn, pinned].sort((a, b) => a - b);
      },
      [pinned],
    ),
  });
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeightPixels]);

  const sight = rowsInSight({
    scrollTop: virtualizer.scrollOffset ?? 0,
    windowHeight: virtualizer.scrollRect?.height ?? window.innerHeight,
    listTop,
    coveredPixels,
    rowHeightPixels,
    total,
    rowAt: (pixels) => virtualizer.getVirtualItemForOffset(pixels)?.index ?? 0,
  });
  const drawn: RowRange = { first: virtualizer.range?.startIndex ?? 0, last: virtualizer.range?.endIndex ?? 0 };
  return { virtualizer, listTop, sight, drawn };
}
