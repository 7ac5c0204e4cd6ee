/**
 * Whether the value of an Accept-Encoding header takes gzip (RFC 9110 §12.5.3): named, or meant by
 * `*`, with a weight above 0. Without the header the bytes are sent as they are.
 */
export function acceptsGzip(acceptEncoding: string | null | undefined): boolean {
  let any = false;
  for (const part of (acceptEncoding ?? "").toLowerCase().split(",")) {
    const [coding = "", ...parameters] = part.split(";").map((text) => text.trim());
    const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
    const isTaken = weight === undefined || Number(weight) > 0;
    if (coding === "gzip" || coding === "x-gzip") return isTaken;
    if (coding === "*") any = isTaken;
  }
  return any;
}
