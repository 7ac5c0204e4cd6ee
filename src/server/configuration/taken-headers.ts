/** By what they are for: asking and answering at all, what the browser would have, then what proxies add. */
const taken = new Set(
  [
    "host cookie authorization proxy-authorization origin referer user-agent forwarded via date expect",
    "connection keep-alive upgrade te trailer transfer-encoding content-encoding content-length content-type",
    "accept accept-charset accept-encoding accept-language cache-control pragma dnt priority range",
    "if-match if-none-match if-modified-since if-unmodified-since if-range x-requested-with callboard-refresh",
    "x-forwarded-for x-forwarded-host x-forwarded-port x-forwarded-prefix x-forwarded-proto x-forwarded-server x-real-ip x-request-id",
  ].flatMap((names) => names.split(" ")),
);

/** Whether browsers send a header of this name, or proxies set it for other ends: it does not say who asks, or in the asker's own words. */
export function isTaken(header: string): boolean {
  const name = header.toLowerCase();
  return taken.has(name) || name.startsWith("sec-");
}
