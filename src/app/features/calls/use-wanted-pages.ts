import { useCallback, useEffect, useState } from "react";
import { afterPause } from "../../client/after-pause.ts";
import { type RowRange, pagesOf, pagesTouch } from "./row-window.ts";

/** Rows read beyond what is drawn, so that scrolling on does not show gaps. */
const marginRows = 30;
/** A jump is asked for only when it has come to rest for two frames: dragging the rail passes by every page. */
const settleMilliseconds = 30;

const firstPage: readonly number[] = [0];

export type WantedPages = { pages: readonly number[]; want(pages: readonly number[]): void };

/** The pages to have read; the first page after a change of filter. */
export function useWantedPages(filterKey: string): WantedPages {
  const [wanted, setWanted] = useState({ filterKey, pages: firstPage });
  const want = useCallback((pages: readonly number[]) => setWanted({ filterKey, pages }), [filterKey]);
  return { pages: wanted.filterKey === filterKey ? wanted.pages : firstPage, want };
}

/** Wants the pages of what is drawn: at once when scrolling on, after a rest when jumping. */
export function useFollowDrawn(drawn: RowRange, total: number, { pages, want }: WantedPages): void {
  const nextKey = pagesOf(drawn, total, marginRows).join();
  const settled = nextKey === pages.join();
  useEffect(() => {
    if (settled) return undefined;
    const next = nextKey.split(",").map(Number);
    if (pagesTouch(pages, next)) return want(next);
    return afterPause(settleMilliseconds, () => want(next));
  }, [nextKey, settled, pages, want]);
}
