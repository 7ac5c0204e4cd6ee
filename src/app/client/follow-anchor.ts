import { currentRoute } from "./address.ts";

const panels = ["progress", "files", "statistics", "activity", "configuration", "calls"];
const againMilliseconds = 250;
/** Panels arrive one by one and move those below them. */
const settledAfter = 20;
const touches = ["wheel", "keydown", "pointerdown"] as const;

/** Keeps the panel that a link names (`…#files`) in view until the page has settled or somebody moves it. Returns what ends it. */
export function followAnchor(): () => void {
  const panel = window.location.hash.slice(1);
  if (currentRoute().kind !== "campaign" || !panels.includes(panel)) return () => {};
  let turns = 0;
  const stop = () => {
    clearInterval(timer);
    for (const touch of touches) window.removeEventListener(touch, stop);
  };
  const timer = setInterval(() => {
    document.getElementById(panel)?.scrollIntoView();
    turns += 1;
    if (turns >= settledAfter) stop();
  }, againMilliseconds);
  for (const touch of touches) window.addEventListener(touch, stop, { passive: true });
  return stop;
}
