import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

/** How far the document is scrolled, and how much of it the window shows; pixels. */
export type Scrolled = { top: number; height: number };

const scrolledNow = (): Scrolled => ({ top: window.scrollY, height: window.innerHeight });

/** Follows the window, as far as it `matters`: most scrolling moves what is drawn already. */
export function useScrolled(matters: (before: Scrolled, now: Scrolled) => boolean): Scrolled {
  const [scrolled, setScrolled] = useState(scrolledNow);
  const latest = useRef({ scrolled, matters });
  useLayoutEffect(() => {
    latest.current = { scrolled, matters };
  });
  useEffect(() => {
    const look = (): void => {
      const now = scrolledNow();
      // At once: a row that comes into sight is drawn in the frame that shows its place.
      if (latest.current.matters(latest.current.scrolled, now)) flushSync(() => setScrolled(now));
    };
    look();
    window.addEventListener("scroll", look, { passive: true });
    window.addEventListener("resize", look);
    return () => {
      window.removeEventListener("scroll", look);
      window.removeEventListener("resize", look);
    };
  }, []);
  return scrolled;
}
