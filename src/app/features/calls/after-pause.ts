/**
 * Calls back once `milliseconds` have passed, counted in painted frames: a page
 * that is not shown waits. Returns what calls it off.
 */
export function afterPause(milliseconds: number, then: () => void): () => void {
  let began: number | undefined;
  let frame = requestAnimationFrame(function look(at) {
    began ??= at;
    if (at - began >= milliseconds) then();
    else frame = requestAnimationFrame(look);
  });
  return () => cancelAnimationFrame(frame);
}
