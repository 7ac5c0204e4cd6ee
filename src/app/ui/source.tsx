import { memo, type ReactNode } from "react";
import { Hint } from "./hint.tsx";

/**
 * A figure that says where it comes from on hover, focus and tap. `text` is the
 * source as `Reported.source` gives it. Not for use inside another control.
 */
export const Source = memo(function Source({ text, children }: { text: string; children: ReactNode }) {
  return <Hint text={`Source: ${text}`}>{children}</Hint>;
});
