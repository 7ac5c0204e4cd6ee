import type { CSSProperties } from "react";
import type { Outcome } from "#campaign/outcome.ts";
import { markColor } from "../../ui/mark.tsx";

/** The fill of a bar in HTML: the outcome's colour, striped where Callboard has no word for it. */
export function barFill(outcome: Outcome): { className: string; style: CSSProperties } {
  const color = markColor(outcome);
  return outcome === "unknown"
    ? { className: "striped", style: { "--c": color } }
    : { className: "", style: { backgroundColor: color } };
}

declare module "react" {
  interface CSSProperties {
    "--c"?: string;
  }
}
