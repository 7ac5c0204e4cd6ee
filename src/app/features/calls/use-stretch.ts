import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { afterPause } from "../../client/after-pause.ts";
import { firstRowOf, isWhole, realOf, stretchOf, virtualOf } from "./stretch.ts";

type StretchOf = {
  list: RefObject<HTMLDivElement | null>;
  total: number;
  rowHeightPixels: number;
  /** Pixels of the document above the list. */
  listTop: number;
};

/** A scroll of more than so many windows at once is a jump: the scroll bar was dragged, or a key went to an end. */
const jumpWindows = 4;
const restMilliseconds = 150;

/** A row of the list and where it stands in the window, to be put back there. */
type Held = { offset: number; top: number };

/**
 * Which rows of a list are laid out, counted from `first`. Scrolling moves pixel by pixel
 * within the stretch; a jump goes to the same share of the whole list; and when the reader
 * rests, rows and scroll bar are brought together again without moving what is seen.
 */
export function useStretch({ list, total, rowHeightPixels, listTop }: StretchOf) {
  const stretch = stretchOf(total, rowHeightPixels);
  const whole = isWhole(stretch);
  const [wantedFirst, setFirst] = useState(0);
  const first = whole ? 0 : Math.min(wantedFirst, total - stretch.rows);
  const held = useRef<Held | undefined>(undefined);
  const last = useRef(0);
  const now = useRef({ stretch, first, listTop });
  useLayoutEffect(() => {
    now.current = { stretch, first, listTop };
  });

  useEffect(() => {
    if (whole) return undefined;
    last.current = window.scrollY;
    let stopWaiting = (): void => {};
    const settle = (): void => {
      const { stretch: current, first: before, listTop: top } = now.current;
      const real = window.scrollY - top;
      const virtual = real + before * current.rowHeightPixels;
      const next = firstRowOf(current, virtual, realOf(current, virtual));
      if (next === before) return;
      held.current = heldRow(list.current);
      setFirst(next);
    };
    const scrolled = (): void => {
      const moved = Math.abs(window.scrollY - last.current);
      last.current = window.scrollY;
      stopWaiting();
      if (moved > jumpWindows * window.innerHeight) {
        const { stretch: current, listTop: top } = now.current;
        const real = Math.max(0, window.scrollY - top);
        setFirst(firstRowOf(current, virtualOf(current, real), real));
      } else stopWaiting = afterPause(restMilliseconds, settle);
    };
    window.addEventListener("scroll", scrolled, { passive: true });
    return () => {
      stopWaiting();
      window.removeEventListener("scroll", scrolled);
    };
  }, [whole, list]);

  // What was seen stays where it was, whatever heights the rows above it have.
  useLayoutEffect(() => {
    const keep = held.current;
    held.current = undefined;
    if (keep === undefined) return;
    const { stretch: current, listTop: top } = now.current;
    scrollTo(top + (keep.offset - first) * current.rowHeightPixels - keep.top, last);
    const row = list.current?.querySelector(`[data-index="${keep.offset}"]`);
    if (row) scrollTo(window.scrollY + row.getBoundingClientRect().top - keep.top, last);
  }, [first, list]);

  /** Takes the scrolling just done for our own. */
  const settled = useCallback(() => {
    last.current = window.scrollY;
  }, []);

  /** Lays out the stretch around a row, where it is not laid out yet. True when it was already. */
  const reach = useCallback((offset: number): boolean => {
    const { stretch: current, first: before } = now.current;
    if (offset >= before && offset < before + current.rows) return true;
    const virtual = offset * current.rowHeightPixels;
    setFirst(firstRowOf(current, virtual, realOf(current, virtual)));
    return false;
  }, []);

  return { first, rows: stretch.rows, reach, settled };
}

/** The topmost row in sight. */
function heldRow(list: HTMLDivElement | null): Held | undefined {
  for (const row of list?.querySelectorAll<HTMLElement>("[data-index]") ?? []) {
    const { top, bottom } = row.getBoundingClientRect();
    if (bottom > 0) return { offset: Number(row.dataset.index), top };
  }
  return undefined;
}

/** Scrolls without being taken for the reader. */
function scrollTo(top: number, last: { current: number }): void {
  window.scrollTo({ top, behavior: "instant" });
  last.current = window.scrollY;
}
