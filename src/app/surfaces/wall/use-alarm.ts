import { useEffect, useRef } from "react";
import { chime } from "../../client/chime.ts";

/** Sounds once for whatever newly needs a person; silent for what there was when the wall began. */
export function useAlarm(isOn: boolean, needs: readonly string[]): void {
  const heard = useRef<ReadonlySet<string> | undefined>(undefined);
  // As text: the list is another one each second.
  const text = needs.join("\n");
  useEffect(() => {
    const now = new Set(text === "" ? [] : text.split("\n"));
    const before = heard.current;
    heard.current = now;
    if (isOn && before !== undefined && [...now].some((need) => !before.has(need))) chime();
  }, [isOn, text]);
}
