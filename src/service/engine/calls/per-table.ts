import type { CallTable } from "./table.ts";

/** Makes something of a table once, when first asked, and forgets it with the table. */
export function perTable<T>(make: (table: CallTable) => T): (table: CallTable) => T {
  const made = new WeakMap<CallTable, { value: T }>();
  return (table) => {
    const known = made.get(table) ?? { value: make(table) };
    made.set(table, known);
    return known.value;
  };
}
