import { type RefObject, useEffect, useMemo, useState } from "react";
import { useMedia } from "../../features/calls/use-media.ts";
import type { Column } from "../../ui/column.ts";

/** As `--bar` of an embed in the styles. */
const barPixels = 42;
/** Wide enough for the columns of the calls in one line, which are too close to each other for a finger. */
const oneLinePixels = 480;

/** The column that an element is, followed as its width changes. */
export function useColumn(element: RefObject<HTMLElement | null>): Column {
  const [widthPixels, setWidth] = useState(0);
  useEffect(() => {
    if (element.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  const isTouched = useMedia("(pointer: coarse)");
  return useMemo(() => ({ widthPixels, barPixels, twoLinesPixels: isTouched ? Number.POSITIVE_INFINITY : oneLinePixels }), [widthPixels, isTouched]);
}
