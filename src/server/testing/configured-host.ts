import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startHost } from "./built-host.ts";

export type ConfiguredHost = { origin: string; stop(): Promise<void> };

/** The token of every connection of a configured host: long enough to sign with. */
export const hostToken = "a-secret-that-is-long-enough-to-sign";

/** The built host as a process of its own, with these connections; each gets `hostToken`. */
export async function startConfigured(connections: Record<string, Record<string, unknown>>): Promise<ConfiguredHost> {
  const cwd = mkdtempSync(join(tmpdir(), "callboard-threats-"));
  const withToken = Object.entries(connections).map(([name, connection]) => [name, { label: name, token: { env: "PLATFORM_TOKEN" }, ...connection }] as const);
  writeFileSync(join(cwd, "callboard.config.json"), JSON.stringify({ connections: Object.fromEntries(withToken) }));
  const { child, printed, ended } = startHost({ args: ["--port", "0"], env: { PLATFORM_TOKEN: hostToken }, cwd });
  const [, origin = ""] = await printed(/Callboard listening on (http:\/\/[^/\s]+)/);
  return {
    origin,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
      rmSync(cwd, { recursive: true });
    },
  };
}
