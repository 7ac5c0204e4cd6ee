import { useCallback, useMemo, useSyncExternalStore } from "react";

/** Whether a media query holds, followed as it changes. */
export function useMedia(query: string): boolean {
  const media = useMemo(() => window.matchMedia(query), [query]);
  const subscribe = useCallback(
    (tell: () => void) => {
      media.addEventListener("change", tell);
      return () => media.removeEventListener("change", tell);
    },
    [media],
  );
  return useSyncExternalStore(subscribe, () => media.matches);
}
