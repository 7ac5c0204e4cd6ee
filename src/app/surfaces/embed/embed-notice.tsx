import type { ReactNode } from "react";

/** The frame says one thing, and nothing of any campaign. */
export function EmbedNotice({ title, next, children }: { title: string; next: string; children?: ReactNode }) {
  return (
    <main className="max-w-[60ch] px-(--gutter) py-3.5">
      <h1 className="text-title text-pretty [overflow-wrap:anywhere]">{title}</h1>
      <p role="status" className="mt-1 text-pretty text-ink-2 [overflow-wrap:anywhere]">
        {next}
      </p>
      {children !== undefined && <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2">{children}</div>}
    </main>
  );
}
