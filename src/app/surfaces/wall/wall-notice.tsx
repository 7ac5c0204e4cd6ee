import type { ReactNode } from "react";
import { BrandMark } from "../../ui/brand-mark.tsx";

/** One thing in letters for a room, where no campaign can be shown. */
export function WallNotice({ title, next, children }: { title: string; next: string; children?: ReactNode }) {
  return (
    <main className="flex min-h-0 flex-1 flex-col justify-center px-16 pb-24 portrait:px-14">
      <p className="mb-10 flex items-center gap-5 text-wall-part font-title text-ink-2">
        <BrandMark />
        Callboard
      </p>
      <h1 className="text-[5rem] leading-[1.08] font-h1 tracking-[-0.03em] pb-[0.12em] text-balance [overflow-wrap:anywhere] line-clamp-4">{title}</h1>
      <p role="status" className="mt-4 max-w-[36em] text-wall-main text-pretty text-ink-2 [overflow-wrap:anywhere]">
        {next}
      </p>
      {children}
    </main>
  );
}
