/** "counted from 18,420 calls": the source of a figure Callboard counted itself. */
export function countedFrom(count: number, one: string, many = `${one}s`): string {
  return `counted from ${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
}
