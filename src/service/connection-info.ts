import type { ConnectionInfo } from "./api.ts";
import type { PublicConnection } from "./ports.ts";

/** What a viewer may know of a connection: never its credential. */
export function infoOf({ name, label, provider, account, demo, consoleUrl }: PublicConnection): ConnectionInfo {
  const lists = provider.lists(account).length > 0;
  return { name, label, provider: { id: provider.id, name: provider.name }, lists, demo, consoleUrl };
}
