import type { ReactNode } from "react";

/** NOT LIVE across the screen, legible from the door. */
export function NotLiveBand({ label, role, children }: { label?: string; role?: "alert"; children: ReactNode }) {
  return (
    <aside
      aria-label={label}
      role={role}
      className="flex flex-none flex-wrap items-center justify-between gap-x-12 bg-(--amber) px-16 py-3.5 text-[3.75rem] leading-[1.2] tracking-[-0.02em] text-(--on-amber) tabular-nums portrait:px-14 portrait:text-[3rem]"
    >
      {children}
    </aside>
  );
}
