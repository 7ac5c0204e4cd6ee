import { decodeJwt } from "jose";

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const uuidPattern = new RegExp(`^${uuid}$`);
const idPattern = new RegExp(`^(?:[a-z0-9][a-z0-9-]*-)?${uuid}$`);

export function isUuid(text: string): boolean {
  return uuidPattern.test(text);
}

/** The id to revoke, of an id, a token, or a link as they were printed; `undefined` where the text is none of them. */
export function revocableId(text: string): string | undefined {
  const trimmed = text.trim();
  const [, code = trimmed] = /#code=([^&]+)/.exec(trimmed) ?? [];
  const id = code.includes(".") ? idIn(code) : code;
  return id !== undefined && idPattern.test(id) ? id : undefined;
}

function idIn(token: string): string | undefined {
  try {
    return decodeJwt(token).jti;
  } catch {
    return undefined;
  }
}
