import { useSyncExternalStore } from "react";
import { queryClient } from "./query-client.ts";
import { readings } from "./readings.ts";

/** What somebody types in to read their own account from this browser. */
export type OwnConnectionInput = {
  providerId: string;
  /** Fields that identify the account on its platform; one left empty is not sent. */
  account: Record<string, string>;
  baseUrl: string;
  token: string;
  label: string;
};

/** The connection in use, without its credential: that is held by the worker, for this tab only. */
export type OwnConnection = { name: string; providerId: string; baseUrl: string; label: string };

/** The connection's name in addresses. */
const name = "own";

const listeners = new Set<() => void>();
let current: OwnConnection | undefined;

function become(next: OwnConnection | undefined): void {
  current = next;
  readings.clear();
  for (const listener of listeners) listener();
  void queryClient.resetQueries();
}

/** The address to read, as it is used. Throws a sentence for the person who typed it. */
export function checkedBaseUrl(text: string): string {
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    throw new Error("The base URL must be a full address, for example https://platform.example.");
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") throw new Error("The base URL must begin with https:// or http://.");
  if (url.username !== "" || url.password !== "") throw new Error("The base URL must not hold a name or password.");
  if (url.search !== "" || url.hash !== "") throw new Error("The base URL must end before any ? or #.");
  return (url.origin + url.pathname).replace(/\/+$/, "");
}

/** Reads this account from now on, until the tab is closed. Rejects with an `Error` whose message is for the person. */
export async function connectOwn({ providerId, account, baseUrl, token, label }: OwnConnectionInput): Promise<OwnConnection> {
  if (token.trim() === "") throw new Error("The credential is missing.");
  const fields = Object.entries(account).flatMap(([field, text]) => (text.trim() === "" ? [] : [[field, text.trim()] as const]));
  const own = { name, providerId, baseUrl: checkedBaseUrl(baseUrl), label: label.trim() || "My account" };
  const { workerDoor } = await import("#worker/door.ts");
  await workerDoor.connect({ ...own, account: Object.fromEntries(fields), token: token.trim() });
  become(own);
  return own;
}

/** Forgets the account and its credential. */
export async function disconnectOwn(): Promise<void> {
  const { workerDoor } = await import("#worker/door.ts");
  await workerDoor.connect(undefined);
  become(undefined);
}

/** The account typed into this tab, if any. */
export function useOwnConnection(): OwnConnection | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
