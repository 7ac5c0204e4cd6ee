import { type ReactNode, useEffect } from "react";
import { beat } from "../../client/beat.ts";
import { useElapsed } from "../../client/elapsed.ts";

/** Steps of the pixel shift, in 1/1080 of the height: no picture stands still for hours. */
const steps = [
  [0, 0],
  [6, 0],
  [6, 6],
  [0, 6],
  [-6, 6],
  [-6, 0],
  [-6, -6],
  [0, -6],
  [6, -6],
] as const;
const shiftMilliseconds = 60_000;

/** The screen itself: no cursor, nothing to scroll, nothing to press; `shift` moves all of it by a few pixels each minute. */
export function WallFrame({ shift, children }: { shift: boolean; children: ReactNode }) {
  const minute = Math.floor(useElapsed() / shiftMilliseconds);
  const [x, y] = (shift ? steps[minute % steps.length] : undefined) ?? [0, 0];
  return (
    <div data-surface="wall" className="h-screen w-screen cursor-none overflow-hidden bg-canvas select-none">
      <div className="flex h-full flex-col" style={shift ? { transform: `translate(${x / 16}rem, ${y / 16}rem)` } : undefined}>
        {children}
      </div>
    </div>
  );
}

/** Says each second that what it stands in is drawn; `public/early.js` listens. */
export function Beat() {
  const elapsed = useElapsed();
  useEffect(beat, [elapsed]);
  return null;
}
