/** The element at an index that exists by construction; a RangeError says that it did not. */
export function at<T>(list: { readonly length: number; readonly [index: number]: T }, index: number): T {
  const value = list[index];
  if (value === undefined) throw new RangeError(`index ${index} is outside 0–${list.length - 1}`);
  return value;
}
