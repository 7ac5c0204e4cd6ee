import { problemResponse } from "#service/front/problems.ts";

/** 405, with what may be asked there. */
export function wrongMethod(allowed: readonly string[]): Response {
  const list = allowed.join(", ");
  return problemResponse("not_acceptable", `Ask here with ${list}.`, {}, { allow: list });
}
