/** Where a key takes the reader; `undefined` for keys that do not move. */
export function moveTo(key: string, offset: number, total: number, rowsPerScreen: number): number | undefined {
  const target = {
    ArrowDown: offset + 1,
    ArrowUp: offset - 1,
    PageDown: offset + rowsPerScreen,
    PageUp: offset - rowsPerScreen,
    Home: 0,
    End: total - 1,
  }[key];
  return target === undefined ? undefined : Math.max(0, Math.min(target, total - 1));
}
