const mostCharacters = 200;

/**
 * The first line of an error's text without what it may repeat: addresses, what stands in quotes
 * (V8 quotes the JSON it cannot parse), digits in a row and long words such as tokens.
 */
export function scrubbed(text: string): string {
  const [line = ""] = text.slice(0, 2_000).split("\n", 1);
  return line
    .replace(/["“`].*["”`]|["“`].*$/, "…")
    .replace(/(?<!\w)'.*'|(?<!\w)'.*$/, "…")
    .replaceAll(/\b[a-z][a-z+.-]*:\/\/\S+/gi, "…")
    .replaceAll(/[\w+/=~.-]{20,}/g, "…")
    .replaceAll(/\+?\d[\d\s().-]{3,}\d|\d{4,}/g, "…")
    .slice(0, mostCharacters);
}

/** What a log says of an error: its name, code and place, and its first line scrubbed. Never its cause, stack or fields. */
export function describedError(error: unknown): { error: string; code?: string; message?: string; at?: string } {
  if (!(error instanceof Error)) return { error: "not an Error" };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const [, at] = /([\w.-]{1,60}\.m?[jt]s:\d+:\d+)\)?$/m.exec(error.stack ?? "") ?? [];
  return { error: error.name, ...(code !== undefined && { code }), message: scrubbed(error.message), ...(at !== undefined && { at }) };
}
