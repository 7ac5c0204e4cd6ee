/**
 * Runs `work` with a signal that aborts when `outer` does or when the time is
 * over; then rejects with what `expired` makes. (AbortSignal.any is younger
 * than the browsers served.)
 */
export async function withDeadline<T>(
  milliseconds: number,
  outer: AbortSignal | undefined,
  expired: () => Error,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  let isOver = false;
  const abort = (): void => controller.abort(outer?.reason);
  const timer = setTimeout(() => {
    isOver = true;
    controller.abort();
  }, milliseconds);
  if (outer?.aborted === true) abort();
  outer?.addEventListener("abort", abort);
  try {
    return await work(controller.signal);
  } catch (error) {
    throw isOver ? expired() : error;
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener("abort", abort);
  }
}
