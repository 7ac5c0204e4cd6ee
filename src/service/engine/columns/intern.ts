/** The place of a text among those known, each once; a new one is put at the end. */
export function intern(known: Map<string, number>, text: string): number {
  const index = known.get(text) ?? known.size;
  if (index === known.size) known.set(text, index);
  return index;
}
