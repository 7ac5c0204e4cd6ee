import { providers } from "#providers/registry.ts";
import type { Configuration } from "../configuration/configuration.ts";
import { readConfiguration } from "../configuration/read-configuration.ts";

/** Exit code of a program that was told something it cannot do. */
export const wrongConfiguration = 2;

/** The configuration of this process; mistakes and warnings are printed, one a line. */
export function configured(args: readonly string[]): Configuration | undefined {
  const reading = readConfiguration({ args, env: process.env, directory: process.cwd(), platforms: [...providers.values()] });
  if (!reading.ok) {
    console.error(reading.mistakes.join("\n"));
    return undefined;
  }
  for (const warning of reading.warnings) console.error(`Warning: ${warning}`);
  return reading.configuration;
}
