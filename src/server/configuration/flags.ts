import { parseArgs } from "node:util";
import { nearest } from "#service/configuration/nearest.ts";

export type Flags = { config: string | undefined; host: string | undefined; port: string | undefined };

const options = { config: { type: "string" }, host: { type: "string" }, port: { type: "string" } } as const;

/** Reads the command line of the server; mistakes are sentences naming the option. */
export function readFlags(args: readonly string[]): { flags: Flags; mistakes: string[] } {
  const { values, tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const mistakes = tokens.flatMap((token, index) => {
    const before = tokens[index - 1];
    // What follows an unknown option is taken for its value.
    if (token.kind === "positional" && before?.kind === "option" && !(before.name in options)) return [];
    if (token.kind === "positional") return [`${token.value} is not understood: options begin with --.`];
    if (token.kind !== "option") return [];
    if (!(token.name in options)) return [unknownOption(token.rawName, token.name)];
    return token.value === undefined || token.value === "" ? [`--${token.name} is missing its value: write --${token.name} VALUE.`] : [];
  });
  const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
  return { flags: { config: text(values.config), host: text(values.host), port: text(values.port) }, mistakes };
}

function unknownOption(rawName: string, name: string): string {
  const alike = nearest(name, Object.keys(options));
  const known = Object.keys(options).map((option) => `--${option}`);
  return `${rawName} is no option: write ${alike === undefined ? known.join(", ") : `--${alike}`}, or leave it out.`;
}
