import { type ReactNode, useEffect, useRef } from "react";
import { BrandMark } from "../../ui/brand-mark.tsx";

/** A page that says one thing, and nothing of any campaign. Its heading is where a reader goes on. */
export function NoticePage({ title, next, children }: { title: string; next: string; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – Callboard`;
    heading.current?.focus();
  }, [title]);
  return (
    <div data-surface="page" className="min-h-screen">
      <header className="border-b border-line">
        <div className="wrap flex h-[52px] items-center gap-[9px] text-title tracking-[-0.01em]">
          <BrandMark />
          Callboard
        </div>
      </header>
      <main className="wrap">
        <div className="max-w-[60ch] py-14 max-phone:py-8">
          <h1 ref={heading} tabIndex={-1} className="text-h1 outline-none max-phone:text-[1.5rem]">
            {title}
          </h1>
          <p role="status" className="mt-2 text-lead text-pretty text-ink-2">
            {next}
          </p>
          {children}
        </div>
      </main>
    </div>
  );
}
