import { useState } from "react";

/**
 * The value as it was while it says the same, so that what is drawn from it is not drawn anew.
 * For small plain data that changes seldom: it is compared as text.
 */
export function useSame<T>(value: T): T {
  const [held, setHeld] = useState(value);
  if (held === value || JSON.stringify(held) === JSON.stringify(value)) return held;
  setHeld(value);
  return value;
}
