import { useMemo } from "react";
import type { Outcome } from "#campaign/outcome.ts";
import { currentView, useView } from "../../client/address.ts";
import { withWords } from "../../client/dimension-words.ts";
import { toggledOutcome } from "./outcome-order.ts";

/** What presses on rows and cells of the statistics do to the calls listed; the same functions from draw to draw. */
export function useCallsFilter() {
  const [, setView] = useView();
  return useMemo(
    () => ({
      toggleOutcome: (outcome: Outcome) => setView({ outcome: toggledOutcome(currentView().outcome, outcome) }),
      toggleRetries: (retries: number) => setView({ retries: toggledRetries(currentView().retries, retries) }),
      /** Where only a number has retries, its calls are listed by number. */
      toggleRetriesOfNumbers: (retries: number) => setView({ retries: toggledRetries(currentView().retries, retries), group: "number" }),
      toggleWord: (dimension: string, word: string) => {
        const { by } = currentView();
        setView({ by: withWords(by, dimension, toggled(by[dimension] ?? [], word)) });
      },
      pickSlot: (slot: string | undefined) => setView({ slot }),
    }),
    [setView],
  );
}

function toggledRetries(chosen: readonly number[], retries: number): number[] {
  return toggled(chosen, retries).toSorted((a, b) => a - b);
}

function toggled<T>(chosen: readonly T[], value: T): T[] {
  return chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value];
}
