import { readFileSync } from "node:fs";

export type TextReading = { ok: true; value: unknown } | { ok: false; mistake: string };

/**
 * Reads the configuration file as JSON. A file nobody named may be absent, and
 * is then empty. V8's own message is not passed on: it quotes the file.
 */
export function readConfigurationFile(path: string, named: string | undefined): TextReading {
  let text: string;
  try {
    text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    if (named === undefined && isAbsent(error)) return { ok: true, value: {} };
    return { ok: false, mistake: `${named ?? path} cannot be read: create it readable, or name another file with --config.` };
  }
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, mistake: `${named ?? path} is not JSON${whereIn(text, error)}: mind quotes, commas and brackets there.` };
  }
}

function whereIn(text: string, error: unknown): string {
  const position = error instanceof Error ? /at position (\d+)/.exec(error.message)?.[1] : undefined;
  if (position === undefined) return "";
  const before = text.slice(0, Number(position)).split("\n");
  return ` at line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
