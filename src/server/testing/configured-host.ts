import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startHost } from "./built-host.ts";

export type ConfiguredHost = { origin: string; directory: string; output(): string; stop(): Promise<void> };

/** The token of every connection of a configured host: long enough to sign with. */
export const hostToken = "a-secret-that-is-long-enough-to-sign";

/** The rest of the configuration file, and what its secrets point to. */
type More = { file?: Record<string, unknown>; env?: Record<string, string> };

/** The built host as a process of its own, with these connections; each gets `hostToken`. */
export async function startConfigured(connections: Record<string, Record<string, unknown>>, { file = {}, env = {} }: More = {}): Promise<ConfiguredHost> {
  const cwd = mkdtempSync(join(tmpdir(), "callboard-threats-"));
  const withToken = Object.entries(connections).map(([name, connection]) => [name, { label: name, token: { env: "PLATFORM_TOKEN" }, ...connection }] as const);
  writeFileSync(join(cwd, "callboard.config.json"), JSON.stringify({ ...file, connections: Object.fromEntries(withToken) }));
  const { child, printed, ended, output } = startHost({ args: ["--port", "0"], env: { PLATFORM_TOKEN: hostToken, ...env }, cwd });
  const [, origin = ""] = await printed(/Callboard listening on (http:\/\/[^/\s]+)/);
  return {
    origin,
    directory: cwd,
    output,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
      rmSync(cwd, { recursive: true });
    },
  };
}
