import type { Progress } from "#campaign/progress.ts";
import { paint } from "../../ui/paint.ts";
import { type Fill, fillOf, partLabel } from "./bar-model.ts";

/** The classes of a fill; `--c` is its colour. */
export const fills: Record<Fill, string> = {
  solid: "bg-(--c)",
  open_end: "bg-[color-mix(in_oklab,var(--c)_38%,var(--canvas))] inset-ring-[1.5px] inset-ring-(--c)",
  hatched: "hatch",
  outline: "inset-ring-[1.5px] inset-ring-(--c)",
  striped: "striped",
  empty: "bg-track inset-ring inset-ring-line-strong",
};

/** What each fill of the bar says, as far as the bar has it. What is on the line or queued has its colour alone. */
export function keyOf({ segments, measure }: Progress): { fill: Fill; words: string }[] {
  const entries = new Map<string, Fill>();
  for (const segment of segments) {
    const { part, state } = segment;
    const fill = fillOf(segment);
    if (fill === "hatched") entries.set("to retry", fill);
    else if (part === "without_call" || part === "being_read") entries.set("without a call", fill);
    else if (part === "unknown") entries.set("unknown result", fill);
    else if (state === "done") entries.set(measure === "completed" ? "completed" : "done", fill);
    else if (fill === "open_end" && part !== "dialling_or_retry") entries.set("may be retried", fill);
    else if (part !== "in_progress" && part !== "queued") entries.set(partLabel(part).toLowerCase(), fill);
  }
  return [...entries].map(([words, fill]) => ({ fill, words }));
}

export function Key({ progress }: { progress: Progress }) {
  return (
    <ul aria-hidden="true" className="flex flex-wrap gap-x-4 gap-y-1">
      {keyOf(progress).map(({ fill, words }) => (
        <li key={words} className="flex items-center gap-1.5">
          <i className={`h-2 w-3 rounded-[1.5px] ${fills[fill]}`} style={paint("var(--ink-2)")} />
          {words}
        </li>
      ))}
    </ul>
  );
}
