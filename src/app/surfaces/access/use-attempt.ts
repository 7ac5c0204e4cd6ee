import { useState } from "react";
import { ApiError } from "../../client/api-error.ts";
import { wordFailure } from "./access-words.ts";

/** One attempt at a time to get in, and the sentence on the last that failed. */
export function useAttempt() {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setFault(undefined);
    try {
      await work();
    } catch (error) {
      setFault(error instanceof ApiError ? wordFailure(error) : "The page failed: load it again.");
    } finally {
      setBusy(false);
    }
  };
  return { busy, fault, setFault, attempt };
}
