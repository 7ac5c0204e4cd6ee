import { useCallback, useEffect, useState } from "react";
import { copyText } from "../../client/copy-text.ts";
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
    void copyText(text).then((allowed) => setCopied({ key, text, failed: !allowed }));
  }, []);
  const status =
    copied === undefined ? "" : copied.failed ? "This browser did not allow copying. Select the number instead." : `Copied ${copied.text}`;
  return { copiedKey: copied?.failed === false ? copied.key : undefined, status, failed: copied?.failed === true, copy };
}
