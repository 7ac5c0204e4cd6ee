/** @typedef {{ going: boolean, frames: number, began: number, last: number, longestFrame: number, blankSince: number, longestBlank: number, from: number, farthest: number }} Seen */
/**
 * @typedef {{ framesPerSecond: number, longestFrameMilliseconds: number, blankMilliseconds: number, pixels: number }} Motion
 *   `blankMilliseconds`: the longest time on end in which part of the list in sight had no row, or one not loaded yet;
 *   `pixels`: how far from where it began the page was scrolled.
 */

/**
 * Runs in the page: looks at every frame of the main thread until told to stop. Animation frames come
 * after the scroll events of their frame, so that what they find is what that frame will show.
 */
export function watchFrames() {
  const listInPage = () => document.querySelector("[data-index]")?.parentElement;
  let list = listInPage();
  const isBlank = () => {
    if (!list) return false;
    if (!list.isConnected) list = listInPage() ?? list;
    const bounds = list.getBoundingClientRect();
    const seen = (/** @type {DOMRect} */ { top, bottom }) => Math.max(0, Math.min(bottom, window.innerHeight) - Math.max(top, 0));
    let covered = 0;
    for (const row of list.children) if (row.ariaBusy !== "true") covered += seen(row.getBoundingClientRect());
    // Rows of fractional height may leave a pixel between them.
    return seen(bounds) - covered > 4;
  };
  /** @type {Seen} */
  const seen = { going: true, frames: 0, began: 0, last: 0, longestFrame: 0, blankSince: 0, longestBlank: 0, from: window.scrollY, farthest: 0 };
  Object.assign(window, { seen, isBlank });
  const frame = (/** @type {number} */ now) => {
    if (seen.began === 0) seen.began = now;
    else {
      seen.frames += 1;
      seen.longestFrame = Math.max(seen.longestFrame, now - seen.last);
    }
    seen.last = now;
    seen.farthest = Math.max(seen.farthest, Math.abs(window.scrollY - seen.from));
    const blank = isBlank();
    if (seen.blankSince > 0) seen.longestBlank = Math.max(seen.longestBlank, now - seen.blankSince);
    if (!blank) seen.blankSince = 0;
    else if (seen.blankSince === 0) seen.blankSince = now;
    if (seen.going) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** Runs in the page. @returns {Motion} */
export function stopWatching() {
  /** @type {Seen} */
  const seen = Reflect.get(window, "seen");
  seen.going = false;
  return {
    framesPerSecond: (seen.frames * 1_000) / (seen.last - seen.began),
    longestFrameMilliseconds: seen.longestFrame,
    blankMilliseconds: seen.longestBlank,
    pixels: seen.farthest,
  };
}

/**
 * Runs in the page: the scroll bar dragged from one share of its length to another within a time,
 * then held until every row in sight is there.
 * @param {{ milliseconds: number, from: number, to: number }} how
 * @returns {Promise<number>} milliseconds from holding still until then
 */
export async function dragScrollBar({ milliseconds, from, to }) {
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const began = performance.now();
  for (let share = 0; share < 1; ) {
    await nextFrame();
    share = Math.min(1, (performance.now() - began) / milliseconds);
    window.scrollTo({ top: (from + share * (to - from)) * (document.documentElement.scrollHeight - window.innerHeight), behavior: "instant" });
  }
  const still = performance.now();
  do await nextFrame();
  while (Reflect.get(window, "isBlank")() && performance.now() - still < 20_000);
  return performance.now() - still;
}

/** Runs in the page: gives the focus to a row in sight, so that keys move through the rows. */
export function focusRow() {
  const inSight = (/** @type {Element} */ row) => row.getBoundingClientRect().top > 150 && row.getBoundingClientRect().bottom < window.innerHeight;
  const row = [...document.querySelectorAll("[data-index]")].find(inSight);
  if (row instanceof HTMLElement) row.focus({ preventScroll: true });
}
