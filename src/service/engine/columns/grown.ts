type Column = Uint8Array | Uint32Array | Float64Array;

/** A copy with room for `length` elements and as many again as there were, so that appending stays cheap. */
export function grown<T extends Column>(column: T, length: number): T;
export function grown(column: Column, length: number): Column {
  const room = Math.max(length, column.length * 2, 16);
  if (column instanceof Uint8Array) return filled(new Uint8Array(room), column);
  if (column instanceof Uint32Array) return filled(new Uint32Array(room), column);
  return filled(new Float64Array(room), column);
}

function filled<T extends Column>(larger: T, column: Column): T {
  larger.set(column);
  return larger;
}
