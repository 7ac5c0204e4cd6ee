import { type ReactNode, useEffect, useRef } from "react";
import { tellHeight } from "../../client/embed/embed-session.ts";

/** All that the frame shows. Its height follows from its content alone, and is told to the host, which may make room. */
export function EmbedFrame({ children }: { children: ReactNode }) {
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = content.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => tellHeight(element.getBoundingClientRect().height));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={content} data-surface="embed">
      {children}
    </div>
  );
}
