import type { ReactNode } from "react";

/** Nothing of this Callboard is for the viewer: why, and whom to ask. */
export function NothingHere({ title, next, children }: { title: string; next: string; children?: ReactNode }) {
  return (
    <div className="max-w-[60ch] py-14 max-phone:py-8">
      <h1 className="text-h1 max-phone:text-[1.5rem]">{title}</h1>
      <p role="status" className="mt-2 text-lead text-pretty text-ink-2 [overflow-wrap:anywhere]">
        {next}
      </p>
      {children}
    </div>
  );
}
