import { useEffect, useSyncExternalStore } from "react";
import type { parsePhoneNumberFromString } from "libphonenumber-js/min";

let parse: typeof parsePhoneNumberFromString | undefined;
let loading: Promise<void> | undefined;
const waiting = new Set<() => void>();

/** +1 (415) 555-0134. Until the number rules are loaded, and for what they do not know, as it arrived. */
export function formatPhone(to: string): string {
  // Where digits are hidden there is no number to read.
  const number = /^\+[^•]*$/.test(to) ? parse?.(to) : undefined;
  // Ranges come into use before the rules know them, so that the length fits is enough.
  if (!number?.isPossible()) return to;
  if (number.countryCallingCode === "1") return `+1 ${number.formatNational()}`;
  return number.formatInternational();
}

const asArrived = (to: string): string => to;

/** `formatPhone` for a component: asks for the number rules, and is another function when they are there. */
export function usePhoneFormat(): (to: string) => string {
  useEffect(() => {
    loading ??= import("libphonenumber-js/min").then(
      (rules) => {
        parse = rules.parsePhoneNumberFromString;
        for (const tell of waiting) tell();
      },
      // Numbers then stay as they arrived: true, only less readable. The next panel asks again.
      () => {
        loading = undefined;
      },
    );
  }, []);
  const rules = useSyncExternalStore(
    (tell) => {
      waiting.add(tell);
      return () => waiting.delete(tell);
    },
    () => parse,
    () => parse,
  );
  return rules === undefined ? asArrived : formatPhone;
}
