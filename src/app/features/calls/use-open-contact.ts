import { useEffect, useRef } from "react";
import { rowAt, rowKey } from "./call-windows.ts";
import type { CallTable } from "./use-call-table.ts";

/** Shows the attempts of the contact asked for as soon as its row is there; once, so that who closes them has them closed. */
export function useOpenContact({ windows, settled, total, group, open }: CallTable, contact: string | undefined): void {
  const opened = useRef<string>(undefined);
  const row = settled && total === 1 ? rowAt(windows, 0) : undefined;
  const { set } = open;
  useEffect(() => {
    if (contact === undefined) opened.current = undefined;
    if (contact === undefined || row === undefined || opened.current === contact) return;
    opened.current = contact;
    if (row.attempts > 1) set(rowKey(row, group), true);
  }, [contact, row, group, set]);
}
