import { randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";

/** On every answer: what a reader tells the operator, and the log knows. Always ours: what an asker sends is not repeated. */
export const requestIdHeader = "Callboard-Request-Id";

export const newRequestId = (): string => randomUUID();

/** The id an answer goes out with. */
export function requestIdOf(outgoing: Pick<ServerResponse, "getHeader">): string {
  return String(outgoing.getHeader(requestIdHeader));
}
