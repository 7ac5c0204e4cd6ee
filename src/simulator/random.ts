/** Scrambles a 32-bit integer; a bijection, so different inputs never meet. */
export function scramble(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
}

/** A seed of its own for each name, so that campaigns do not echo each other. */
export function seedOf(seed: number, name: string): number {
  let x = scramble(seed);
  for (let at = 0; at < name.length; at += 1) x = scramble(x ^ name.charCodeAt(at));
  return x;
}

/**
 * A number in [0, 1) that depends on nothing but its arguments: the world needs
 * no random state, so any moment of it can be worked out in any order.
 */
export function chance(seed: number, index: number, purpose: number): number {
  return scramble(seed ^ scramble(index ^ Math.imul(purpose, 0x9e3779b1))) / 2 ** 32;
}
