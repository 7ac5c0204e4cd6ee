import { useCallback, useEffect, useRef, useState } from "react";
import { isReading } from "./anchor.ts";
import { offsetOfKey } from "./call-windows.ts";
import type { CallsFilter } from "./calls-filter.ts";
import { closedRowPixels } from "./row-window.ts";
import { useCallWindows } from "./use-call-windows.ts";
import { useOpenRows } from "./use-open-rows.ts";
import { activeOffset, useKeepFocus, useRowFocus } from "./use-row-focus.ts";
import { useRowScroll } from "./use-row-scroll.ts";
import { useSelecting } from "./use-selecting.ts";
import { useFollowDrawn, useWantedPages } from "./use-wanted-pages.ts";

export const headPixels = 34;

type TableOf = {
  connection: string;
  campaign: string;
  filter: CallsFilter;
  narrow: boolean;
  /** What stays at the top of the window. */
  barPixels: number;
  /** Rows to hold the place of until the first answer. */
  expected: number;
};

/** All that moves in the table: which rows are read, drawn, open and active, and what holds them still. */
export function useCallTable({ connection, campaign, filter, narrow, barPixels, expected }: TableOf) {
  const filterKey = JSON.stringify(filter);
  const { group } = filter;
  const list = useRef<HTMLDivElement>(null);
  const open = useOpenRows(filterKey);
  const focus = useRowFocus();
  const selecting = useSelecting(list);
  const [scrolledIn, setScrolledIn] = useState(false);
  const reading = isReading({ scrolledIn, focusInRows: focus.focused, openRows: open.keys.size, selecting });

  const wanted = useWantedPages(filterKey);
  const read = useCallWindows({ connection, campaign, filter, filterKey, pages: wanted.pages, reading });
  const { windows, release } = read;
  const total = windows?.total ?? expected;
  const active = activeOffset(focus.active, windows, group, total);

  const offsetOf = useCallback((key: string) => windows && offsetOfKey(windows, group, key, 0), [windows, group]);
  const scroll = useRowScroll({
    list,
    total,
    rowHeightPixels: narrow ? closedRowPixels.narrow : closedRowPixels.wide,
    coveredPixels: barPixels + (narrow ? 0 : headPixels),
    openKeys: open.keys,
    offsetOf,
    pinned: active,
  });
  const { sight, drawn, listTop } = scroll;
  useFollowDrawn(drawn, total, wanted);
  useKeepFocus(list, focus, active);
  useEffect(() => setScrolledIn(sight.first > 0), [sight.first]);

  const toTop = useCallback(() => {
    const top = listTop - barPixels - headPixels;
    if (window.scrollY > top) window.scrollTo({ top });
  }, [listTop, barPixels]);

  // Another filter is another list: a reader deep in the last one starts at its top.
  const shownKey = useRef(filterKey);
  useEffect(() => {
    if (shownKey.current === filterKey) return;
    shownKey.current = filterKey;
    toTop();
  }, [filterKey, toTop]);

  const showNewer = useCallback(() => {
    release();
    toTop();
    list.current?.focus({ preventScroll: true });
  }, [release, toTop]);

  // Focus that is elsewhere comes in at a row in sight, not at one far away.
  const tabStop = focus.focused || (active >= sight.first && active <= sight.last) ? active : sight.first;
  return { ...read, filterKey, group, list, open, focus, scroll, total, active, tabStop, showNewer };
}

export type CallTable = ReturnType<typeof useCallTable>;
