import { type RefObject, useEffect, useState } from "react";

/** True while text inside the element is selected: it must not move under the reader. */
export function useSelecting(element: RefObject<HTMLElement | null>): boolean {
  const [selecting, setSelecting] = useState(false);
  useEffect(() => {
    const look = () => {
      const selection = document.getSelection();
      const inside = selection?.anchorNode && element.current?.contains(selection.anchorNode);
      setSelecting(Boolean(inside) && selection?.isCollapsed === false);
    };
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, [element]);
  return selecting;
}
