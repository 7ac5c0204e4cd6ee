import { memo } from "react";
import { Hint } from "../../ui/hint.tsx";
import { type EventMark, placeMarks } from "./event-marks.ts";
import type { TimeModel } from "./time-model.ts";

type LaneProps = {
  marks: readonly EventMark[];
  model: TimeModel;
  /** The left end of the axis and its length, in pixels, and how many bars it holds. */
  plot: { left: number; width: number; slots: number };
  /** How far down the lines reach, in pixels below the lane. */
  reach: number;
};

/** What was observed to change, in a lane above the bars; each mark reads its event on hover, focus and tap. */
export const EventLane = memo(function EventLane({ marks, model, plot, reach }: LaneProps) {
  const placed = placeMarks(marks, model, (slot) => plot.left + (slot / plot.slots) * plot.width, plot.left + plot.width);
  return (
    <ul aria-label="What changed" className="relative h-6">
      {placed.map(({ key, x, side, label, says }) => (
        <li key={key}>
          <span aria-hidden="true" className="pointer-events-none absolute top-3 z-[1] w-px bg-control" style={{ left: x, height: reach + 12 }} />
          <span className="absolute top-0 z-[1]" style={side === "left" ? { right: `calc(100% - ${x + 12}px)` } : { left: x - 12 }}>
            <Hint text={says.join("\n")} className={`flex h-6 items-center text-axis whitespace-nowrap text-ink-2 ${side === "left" ? "flex-row-reverse" : ""}`}>
              <span aria-hidden="true" className="grid w-6 flex-none place-items-center">
                <span className="h-[5px] w-[5px] rounded-full bg-ink" />
              </span>
              <span className={side === "none" ? "sr-only" : ""}>{label}</span>
            </Hint>
          </span>
        </li>
      ))}
    </ul>
  );
});
