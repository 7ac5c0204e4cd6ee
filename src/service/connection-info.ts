import type { ConnectionInfo } from "./api.ts";
import type { PublicConnection } from "./ports.ts";

/** What a viewer may know of a connection: never its credential. */
export function infoOf({ name, label, provider, demo, consoleUrl }: PublicConnection): ConnectionInfo {
  return { name, label, provider: { id: provider.id, name: provider.name, reports: provider.reports }, demo, consoleUrl };
}
