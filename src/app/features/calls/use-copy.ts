import { useCallback, useEffect, useState } from "react";
import { afterPause } from "../../client/after-pause.ts";

const shownMilliseconds = 2_000;

type Copied = { key: string; text: string; failed: boolean };

/** Copies a number and says so, in place and to screen readers. */
export function useCopy() {
  const [copied, setCopied] = useState<Copied>();
  useEffect(() => {
    if (copied === undefined) return undefined;
    return afterPause(shownMilliseconds, () => setCopied(undefined));
  }, [copied]);
  const copy = useCallback((key: string, text: string) => {
    const done = (failed: boolean) => () => setCopied({ key, text, failed });
    // Absent where the page is not served over HTTPS, whatever the type says.
    const clipboard: Clipboard | undefined = navigator.clipboard;
    if (clipboard === undefined) done(true)();
    else clipboard.writeText(text).then(done(false), done(true));
  }, []);
  const status =
    copied === undefined ? "" : copied.failed ? "This browser did not allow copying. Select the number instead." : `Copied ${copied.text}`;
  return { copiedKey: copied?.failed === false ? copied.key : undefined, status, failed: copied?.failed === true, copy };
}
