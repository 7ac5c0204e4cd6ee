/** Calls back once, after so many milliseconds. Returns what calls it off: an effect's clean-up. */
export function afterPause(milliseconds: number, then: () => void): () => void {
  const timer = setTimeout(then, milliseconds);
  return () => clearTimeout(timer);
}
