import { type RefObject, useEffect, useState } from "react";
import { usePrinting } from "../../ui/use-printing.ts";

/** So near the window an element is drawn before it is scrolled into sight, pixels. */
const nearPixels = 200;

/**
 * The latest value while the element is in or near the window, or on paper; else the one it had
 * when it was last. For what is costly to draw: a poll then costs nothing where nobody looks.
 */
export function useHeldAway<T>(element: RefObject<HTMLElement | null>, value: T): T {
  const printing = usePrinting();
  const [near, setNear] = useState(true);
  const [held, setHeld] = useState(value);
  useEffect(() => {
    if (element.current === null) return undefined;
    const observer = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting ?? true), { rootMargin: `${nearPixels}px 0px` });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  if (!near && !printing) return held;
  if (held !== value) setHeld(value);
  return value;
}
