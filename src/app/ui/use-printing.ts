import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** True while the page is drawn for paper. Drawn at once: a browser lays out the print before React's next turn. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const media = window.matchMedia("print");
    const set = (wish: boolean) => () => flushSync(() => setPrinting(wish));
    const follow = () => flushSync(() => setPrinting(media.matches));
    const before = set(true);
    const after = set(false);
    window.addEventListener("beforeprint", before);
    window.addEventListener("afterprint", after);
    media.addEventListener("change", follow);
    return () => {
      window.removeEventListener("beforeprint", before);
      window.removeEventListener("afterprint", after);
      media.removeEventListener("change", follow);
    };
  }, []);
  return printing;
}
