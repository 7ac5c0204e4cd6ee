/** What is used of the browser; `wakeLock` is absent without HTTPS, whatever the DOM's types say. */
type Screen = {
  document: Pick<Document, "visibilityState" | "addEventListener" | "removeEventListener">;
  navigator: { wakeLock?: Pick<WakeLock, "request"> | undefined };
};

const againMilliseconds = 60_000;

/**
 * Keeps the screen on where the browser allows it. A lock ends when the page is hidden, or when the machine
 * saves power, so it is asked for again whenever the page is shown, and every minute. Returns what lets go.
 */
export function keepAwake({ document, navigator }: Screen): () => void {
  let held: WakeLockSentinel | undefined;
  let isOver = false;
  let isAsking = false;

  const ask = async (): Promise<void> => {
    if (navigator.wakeLock === undefined || isAsking || isOver || document.visibilityState !== "visible" || held?.released === false) return;
    isAsking = true;
    // Refused: a low battery, or a policy of the machine's. The wall works on.
    held = await navigator.wakeLock.request("screen").catch(() => undefined);
    isAsking = false;
    if (isOver) void held?.release();
  };
  const again = (): void => void ask();
  again();
  const timer = setInterval(again, againMilliseconds);
  document.addEventListener("visibilitychange", again);
  return () => {
    isOver = true;
    clearInterval(timer);
    document.removeEventListener("visibilitychange", again);
    void held?.release();
  };
}
