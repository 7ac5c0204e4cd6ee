import { useCallback, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

/** Heights of open rows as they were last laid out, pixels by row key, and the ref that has a row measured. */
export function useRowHeights() {
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map());
  const observer = useRef<ResizeObserver | undefined>(undefined);

  useEffect(() => () => observer.current?.disconnect(), []);

  const measure = useCallback((row: HTMLElement | null) => {
    if (row === null) return undefined;
    observer.current ??= new ResizeObserver((entries) => {
      const measured = entries.map(({ target, borderBoxSize: [box] }) => [target.getAttribute("data-key") ?? "", Math.round(box?.blockSize ?? 0)] as const);
      // A table that is not laid out (on paper) has rows of no height.
      const laidOut = measured.filter(([, height]) => height > 0);
      // At once, so that what is below has moved before it is painted.
      if (laidOut.length > 0) flushSync(() => setHeights((before) => withHeights(before, laidOut)));
    });
    observer.current.observe(row);
    return () => observer.current?.unobserve(row);
  }, []);

  return { heights, measure };
}

function withHeights(before: ReadonlyMap<string, number>, measured: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  return measured.every(([key, height]) => before.get(key) === height) ? before : new Map([...before, ...measured]);
}
