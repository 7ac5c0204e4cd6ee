import type { Provider } from "#providers/provider.ts";
import type { Viewer } from "./access/viewer.ts";
import type { ConnectionInfo, Platform, ViewerInfo } from "./api.ts";
import type { PublicConnection } from "./ports.ts";

/** What a viewer may know of a connection: never its credential. */
export function infoOf({ name, label, provider, account, demo, consoleUrl }: PublicConnection): ConnectionInfo {
  const lists = provider.lists(account).length > 0;
  return { name, label, provider: { id: provider.id, name: provider.name }, lists, demo, consoleUrl };
}

export function viewerInfoOf({ label, numbers, surface, permissions, signedIn, contact, named }: Viewer): ViewerInfo {
  const campaigns = surface === "wall" ? { campaigns: [...named] } : {};
  return { label, numbers, surface, permissions: [...permissions], signedIn, ownContact: contact !== undefined, ...campaigns };
}

/** A platform as the form for one's own account asks for it. */
export function platformOf({ id, name, defaultBaseUrl, credential, account }: Provider): Platform {
  const fields = account.map(({ name: field, label, required }) => ({ name: field, label, required }));
  return { id, name, defaultBaseUrl, credential, account: fields };
}
