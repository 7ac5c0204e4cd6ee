import { useCallback, useState } from "react";

export type OpenRows = { keys: ReadonlySet<string>; set(key: string, open: boolean): void };

/** The rows whose attempts are shown, by row key: kept through polls, closed by another filter. */
export function useOpenRows(filterKey: string): OpenRows {
  const [opened, setOpened] = useState<{ filterKey: string; keys: ReadonlySet<string> }>({ filterKey, keys: new Set() });
  if (opened.filterKey !== filterKey) setOpened({ filterKey, keys: new Set() });
  const set = useCallback((key: string, open: boolean) => {
    setOpened((before) => {
      const keys = new Set(before.keys);
      if (open) keys.add(key);
      else keys.delete(key);
      return { ...before, keys };
    });
  }, []);
  return { keys: opened.keys, set };
}
