import type { CSSProperties } from "react";

/** `--c` is the colour that `hatch`, `striped` and `bg-(--c)` paint with. */
type Paint = CSSProperties & { "--c": string };

/** A style that paints with this colour; `grow` is the part's share of its bar. */
export function paint(color: string, grow?: number): Paint {
  return grow === undefined ? { "--c": color } : { "--c": color, flexGrow: grow };
}
