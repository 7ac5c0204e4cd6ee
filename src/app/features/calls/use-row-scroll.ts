import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef } from "react";
import { drawnPlaces, heightOf, type OpenRow, placeAt, type RowLayout, rowsBetween, topOf } from "./row-layout.ts";
import { clamp, type RowRange, rowsInSight } from "./row-window.ts";
import { useListTop } from "./use-list-top.ts";
import { useRowHeights } from "./use-row-heights.ts";
import { type Scrolled, useScrolled } from "./use-scrolled.ts";
import { useStretch } from "./use-stretch.ts";

/** Rows drawn beyond those in the window, above and below; fewer while the list is more than a window away. */
const aroundRows = { near: 10, away: 2 };
/** Kept free below a row that was brought into sight. */
const bottomPixels = 8;

type Wanted = { offset: number; align: "auto" | "start" };

type RowScroll = {
  list: RefObject<HTMLDivElement | null>;
  total: number;
  rowHeightPixels: number;
  /** What covers the top of the window while the list is scrolled: top bar and sticky head. */
  coveredPixels: number;
  /** Open rows: their keys, and where one stands in the list, as far as that is known. */
  openKeys: ReadonlySet<string>;
  offsetOf(key: string): number | undefined;
  /** A row that stays drawn wherever the reader is, because it holds the focus. */
  pinned: number;
};

/** Draws only the rows near the window. Open ones are measured, so that they may be as high as they like. */
export function useRowScroll({ list, total, rowHeightPixels, coveredPixels, openKeys, offsetOf, pinned }: RowScroll) {
  const listTop = useListTop(list);
  const { first, rows, reach, settled } = useStretch({ list, total, rowHeightPixels, listTop });
  const { heights, measure } = useRowHeights();
  const open = useMemo(() => openRows(openKeys, offsetOf, heights, first, rows, rowHeightPixels), [openKeys, offsetOf, heights, first, rows, rowHeightPixels]);
  const layout = useMemo<RowLayout>(() => ({ rows, rowHeightPixels, open }), [rows, rowHeightPixels, open]);

  const seenAt = ({ top, height }: Scrolled): { drawn: RowRange; sight: RowRange; around: number } => {
    const { first: from, last: to } = rowsBetween(layout, top - listTop, top + height - listTop);
    const rowAt = (pixels: number): number => first + placeAt(layout, pixels - listTop);
    const sight = rowsInSight({ scrollTop: top, windowHeight: height, listTop, coveredPixels, rowHeightPixels, total, rowAt });
    const away = listTop > top + 2 * height || listTop + heightOf(layout) < top - height;
    return { drawn: { first: first + from, last: first + to }, sight, around: away ? aroundRows.away : aroundRows.near };
  };
  const scrolled = useScrolled((before, now) => JSON.stringify(seenAt(before)) !== JSON.stringify(seenAt(now)));
  const { drawn, sight, around } = seenAt(scrolled);

  // What grows or shrinks above the reader does not move what is read.
  const before = useRef({ layout, first });
  useLayoutEffect(() => {
    const { layout: last, first: lastFirst } = before.current;
    before.current = { layout, first };
    // Asking where the window is lays the page out: only where rows can have moved.
    if ((last.open.length === 0 && layout.open.length === 0) || lastFirst !== first) return;
    const place = placeAt(last, window.scrollY + coveredPixels - listTop);
    const moved = topOf(layout, place) - topOf(last, place);
    if (moved === 0) return;
    window.scrollBy({ top: moved, behavior: "instant" });
    settled();
  }, [layout, first, coveredPixels, listTop, settled]);

  const wanted = useRef<Wanted | undefined>(undefined);
  const show = useCallback(
    ({ offset, align }: Wanted) => {
      const top = listTop + topOf(layout, offset - first);
      const bottom = listTop + topOf(layout, offset - first + 1);
      const most = top - coveredPixels;
      const least = bottom - window.innerHeight + bottomPixels;
      const target = align === "start" ? most : clamp(window.scrollY, Math.min(least, most), most);
      if (target !== window.scrollY) window.scrollTo({ top: target, behavior: "instant" });
      settled();
    },
    [layout, first, listTop, coveredPixels, settled],
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

  useKeepPlace(sight.first, rowHeightPixels, listTop, scrollToRow);

  const places = drawnPlaces({ first: drawn.first - first, last: drawn.last - first }, rows, around, pinned - first);
  const shown = places.map((place) => ({ place, top: topOf(layout, place) }));
  return { shown, height: heightOf(layout), measure, first, scrollToRow, listTop, sight, drawn };
}

/** How long after rows changed their height what is above them may still be laid out anew. */
const layoutMilliseconds = 500;

/** Keeps the first row in sight where it is when rows change their height: a phone is turned, a window made narrow. */
function useKeepPlace(first: number, rowHeightPixels: number, listTop: number, scrollToRow: (offset: number, align: "start") => void): void {
  const place = useRef({ first, rowHeightPixels, listTop, until: 0 });
  useLayoutEffect(() => {
    const before = place.current;
    const now = performance.now();
    const turned = before.rowHeightPixels !== rowHeightPixels;
    const until = turned ? now + layoutMilliseconds : before.until;
    const moved = turned || (now < until && before.listTop !== listTop);
    place.current = { first: now < until ? before.first : first, rowHeightPixels, listTop, until };
    if (moved && before.first > 0) scrollToRow(before.first, "start");
  });
}

/** The open rows that are laid out, in order; one not measured yet is as high as the others. */
function openRows(keys: ReadonlySet<string>, offsetOf: (key: string) => number | undefined, heights: ReadonlyMap<string, number>, first: number, rows: number, rowHeightPixels: number): OpenRow[] {
  const open: OpenRow[] = [];
  for (const key of keys) {
    const place = (offsetOf(key) ?? -1) - first;
    const extraPixels = (heights.get(key) ?? rowHeightPixels) - rowHeightPixels;
    if (place >= 0 && place < rows && extraPixels !== 0) open.push({ place, extraPixels });
  }
  return open.sort((a, b) => a.place - b.place);
}
