import type { ReactNode } from "react";

/** A row that can be pressed as a whole: the button in its heading covers it. */
export const rowLook =
  "relative h-[29px] border-t border-line first:border-t-0 hover:bg-hover has-[[aria-pressed=true]]:bg-hover max-phone:h-10 embed:h-[26px]";

type RowButtonProps = { pressed: boolean; onPress: () => void; className?: string; children: ReactNode };

/** The control of a table row. Pressing it filters the calls, pressing again clears that. */
export function RowButton({ pressed, onPress, className = "", children }: RowButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onPress}
      className={`tap rounded-1 text-left after:absolute after:inset-0 aria-pressed:font-title ${className}`}
    >
      {children}
    </button>
  );
}
