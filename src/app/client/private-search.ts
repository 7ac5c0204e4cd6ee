/** With this many digits a search could be a telephone number. */
const numberDigits = 7;

/** Whether a search may be a telephone number: then it never stands in a URL, ours or the page's. */
export function isPrivateSearch(q: string): boolean {
  return (q.match(/\p{Nd}/gu)?.length ?? 0) >= numberDigits;
}
