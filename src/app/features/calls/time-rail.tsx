import { type PointerEvent, useEffect, useRef, useState } from "react";
import type { TimeSense } from "./filter-words.ts";
import { railLabels } from "./rail-labels.ts";
import { fractionOf, offsetAt } from "./row-window.ts";
import type { CallTable } from "./use-call-table.ts";
import { headPixels } from "./use-call-table.ts";

const marginPixels = 12;

/**
 * A scroll bar in time, spaced by number of calls. For the pointer only: keys
 * have Home, End and the pages, and the time filter names the same days.
 */
export function TimeRail({ table, sense }: { table: CallTable; sense: TimeSense }) {
  const { windows, total, scroll } = table;
  const rail = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(0);
  useEffect(() => {
    if (rail.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => setHeight(entry?.contentRect.height ?? 0));
    observer.observe(rail.current);
    return () => observer.disconnect();
  }, []);

  const go = ({ clientY, buttons }: PointerEvent) => {
    const box = rail.current?.getBoundingClientRect();
    if (box === undefined || buttons !== 1) return;
    scroll.scrollToRow(offsetAt((clientY - box.top) / box.height, total), "start");
  };

  const { first, last } = scroll.sight;
  const thumbHeight = Math.max(28, (height * (last - first + 1)) / Math.max(1, total));
  const thumbTop = fractionOf(first, total - (last - first)) * Math.max(0, height - thumbHeight);
  return (
    <div aria-hidden="true" className="ml-3 print:hidden">
      <div
        ref={rail}
        data-rail
        className="sticky cursor-pointer touch-none border-l border-line text-axis text-ink-3 tabular-nums select-none"
        style={{ top: `calc(var(--bar) + ${marginPixels}px)`, height: `min(100%, calc(100vh - var(--bar) - ${2 * marginPixels}px))` }}
        onPointerDown={(event) => {
          event.preventDefault();
          event.currentTarget.setPointerCapture(event.pointerId);
          go(event);
        }}
        onPointerMove={go}
      >
        <span className="absolute -left-0.5 w-1 rounded-[2px] bg-ink" style={{ top: thumbTop, height: thumbHeight }} />
        {railLabels(windows?.rail ?? [], total, height - headPixels, sense).map(({ fraction, text }, index) => (
          <span
            key={index}
            className={`absolute left-3 whitespace-nowrap before:absolute before:top-1/2 before:-left-3 before:w-1.5 before:border-t before:border-control ${index === 0 ? "font-title text-ink" : "-translate-y-1/2"}`}
            style={{ top: `${(fraction * 100).toFixed(2)}%` }}
          >
            {text}
          </span>
        ))}
      </div>
    </div>
  );
}
