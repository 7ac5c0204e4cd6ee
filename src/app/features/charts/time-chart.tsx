import { type KeyboardEvent, memo, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import { ChartCanvas } from "./chart-canvas.tsx";
import { axisHeight, columnAt, frameOf } from "./chart-frame.ts";
import { barSizes, countAxisWidth } from "./chart-scale.ts";
import { DrawingContext } from "./drawing.ts";
import { EventLane } from "./event-lane.tsx";
import type { EventMark } from "./event-marks.ts";
import type { Column, TimeModel } from "./time-model.ts";
import type { Zones } from "./time-words.ts";

type TimeChartProps = {
  model: TimeModel;
  zones: Zones;
  width: number;
  height: number;
  label: string;
  inProgressReported: boolean;
  selected: Column | undefined;
  onPick: (column: Column) => void;
  /** Given where the host remembers events: the lane is there though it may be empty. */
  marks: readonly EventMark[] | undefined;
};

/** Bars by outcome over time. Arrow keys move between bars, Enter picks one as a click does. */
export const TimeChart = memo(function TimeChart(props: TimeChartProps) {
  const { model, zones, width, height, label, inProgressReported, selected, onPick, marks } = props;
  const [frame, setFrame] = useState(() => frameOf(model));
  const fitting = frameOf(model, frame);
  if (fitting !== frame) setFrame(fitting);
  const { top } = fitting;
  const drawing = useMemo(() => ({ model, zones, inProgressReported, selected, top }), [model, zones, inProgressReported, selected, top]);

  const activeSlot = useRef<number>(undefined);
  const latest = useRef({ model, onPick });
  useLayoutEffect(() => {
    latest.current = { model, onPick };
  });
  const pick = useCallback((at: unknown) => {
    const column = columnAt(latest.current.model, at);
    if (column && column.calls > 0) latest.current.onPick(column);
  }, []);
  const pickByKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    pick(activeSlot.current);
  };
  const left = countAxisWidth(top);
  const { drawnSlots } = barSizes(width - left - 2, fitting.slots);
  const plot = useMemo(() => ({ left, width: width - left, slots: drawnSlots }), [left, width, drawnSlots]);
  return (
    <>
      {marks !== undefined && <EventLane {...{ marks, model, plot }} reach={height - axisHeight(fitting)} />}
      <div onKeyDownCapture={pickByKey}>
        <DrawingContext value={drawing}>
          <ChartCanvas {...{ frame: fitting, width, height, label, pick, activeSlot }} />
        </DrawingContext>
      </div>
    </>
  );
});
