import { createContext } from "react";

/** Told the id of a call whose attempts the reader opens. */
export const OpenedRow = createContext<(callId: string) => void>(() => {});
