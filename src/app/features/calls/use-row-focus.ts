import { type FocusEvent, type RefObject, useCallback, useLayoutEffect, useRef, useState } from "react";
import { type CallWindows, offsetOfKey } from "./call-windows.ts";
import type { CallsFilter } from "./calls-filter.ts";

type Active = { key: string | undefined; offset: number };

/** Where the active row stands now: it goes along when rows move, and stays in place when its row is gone. */
export function activeOffset({ key, offset }: Active, windows: CallWindows | undefined, group: CallsFilter["group"], total: number): number {
  const moved = key === undefined || windows === undefined ? undefined : offsetOfKey(windows, group, key, offset);
  return Math.max(0, Math.min(moved ?? offset, total - 1));
}

/** Which row is the tab stop, and whether the focus is on a row. */
export function useRowFocus() {
  const [active, setActive] = useState<Active>({ key: undefined, offset: 0 });
  const [focused, setFocused] = useState(false);
  /** Whether the focus ought to be on the active row, whatever becomes of its element. */
  const wanted = useRef(false);

  const onFocus = useCallback((event: FocusEvent<HTMLElement>) => {
    const row = event.target.closest<HTMLElement>("[data-index]");
    if (!row) return;
    wanted.current = true;
    setFocused(true);
    setActive({ key: row.dataset.key, offset: Number(row.dataset.index) });
  }, []);

  const onBlur = useCallback((event: FocusEvent<HTMLElement>) => {
    if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return;
    wanted.current = false;
    setFocused(false);
  }, []);

  const go = useCallback((next: Active) => {
    wanted.current = true;
    setActive(next);
  }, []);

  return { active, focused, wanted, go, onFocus, onBlur };
}

export type RowFocus = ReturnType<typeof useRowFocus>;

/**
 * Puts the focus on the active row after every draw where it belongs there: a
 * row that arrives in place of its placeholder, or comes into the window, is a
 * new element.
 */
export function useKeepFocus(list: RefObject<HTMLElement | null>, { wanted }: RowFocus, offset: number): void {
  useLayoutEffect(() => {
    if (!wanted.current) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-index="${offset}"]`);
    if (row && !row.contains(document.activeElement)) row.focus({ preventScroll: true });
  });
}
