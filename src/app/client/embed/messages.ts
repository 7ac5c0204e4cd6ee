import type { Handover, ToFrame } from "#embed/protocol.ts";

function has<K extends string>(value: unknown, key: K): value is Record<K, unknown> {
  return typeof value === "object" && value !== null && key in value;
}

/** Whether a message hands over the port that this hello asked for. */
export function isHandover(data: unknown, id: string): data is Handover {
  return has(data, "callboard") && data.callboard === 1 && has(data, "kind") && data.kind === "port" && has(data, "id") && data.id === id;
}

const longestToken = 8_192;
const longestContact = 64;

/** What the host says, as far as it is well formed. */
export function readMessage(data: unknown): ToFrame | undefined {
  if (!has(data, "kind")) return undefined;
  if (data.kind === "state") return readState(data);
  if (data.kind === "token" && has(data, "token") && typeof data.token === "string" && data.token !== "" && data.token.length <= longestToken) {
    const seconds = has(data, "expiresInSeconds") ? data.expiresInSeconds : undefined;
    return { kind: "token", token: data.token, ...(typeof seconds === "number" && seconds >= 0 && { expiresInSeconds: seconds }) };
  }
  if (data.kind === "no-token" && has(data, "reason")) {
    const reason = (["denied", "failed", "late"] as const).find((word) => word === data.reason);
    return reason && { kind: "no-token", reason };
  }
  return undefined;
}

function readState(data: object): ToFrame | undefined {
  if (!has(data, "theme") || !has(data, "contact") || !has(data, "visible") || !has(data, "hasTokens")) return undefined;
  const theme = (["system", "light", "dark"] as const).find((word) => word === data.theme) ?? "system";
  const { contact, visible, hasTokens } = data;
  return {
    kind: "state",
    theme,
    contact: typeof contact === "string" && contact.trim() !== "" && contact.length <= longestContact ? contact.trim() : null,
    visible: visible !== false,
    hasTokens: hasTokens === true,
  };
}
