import { type RefObject, useEffect, useMemo, useState } from "react";
import type { Column } from "../../ui/column.ts";

/** As `--bar` of an embed in the styles. */
const barPixels = 40;
/** Wide enough for the columns of the calls in one line. */
const twoLinesPixels = 480;

/** The column that an element is, followed as its width changes. */
export function useColumn(element: RefObject<HTMLElement | null>): Column {
  const [widthPixels, setWidth] = useState(0);
  useEffect(() => {
    if (element.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return useMemo(() => ({ widthPixels, barPixels, twoLinesPixels }), [widthPixels]);
}
