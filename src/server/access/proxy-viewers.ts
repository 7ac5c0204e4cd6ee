import type { IncomingMessage } from "node:http";
import { type Viewer, viewerWith } from "#service/access/viewer.ts";
import type { AccessConfiguration } from "../configuration/access.ts";
import { addressMatcher } from "../configuration/address-range.ts";
import { isSecret } from "./shown-secret.ts";
import type { Viewers } from "./viewers.ts";

type Options = Omit<Extract<AccessConfiguration, { mode: "proxy" }>, "mode"> & { trustedProxies: readonly string[] };

const longestName = 200;
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Access mode `proxy`: whom a reverse proxy names, if the request comes from its address and with
 * its secret. The first grant that fits the user or one of the groups counts.
 */
export function proxyViewers({ secret, secretHeader, userHeader, groupsHeader, grants, trustedProxies }: Options): Viewers {
  const isProxy = addressMatcher(trustedProxies);
  const granted = grants.map((grant) => ({ ...grant, viewer: viewerWith({ ...grant, surface: "page" }, { key: "", label: "" }) }));

  const named = (incoming: IncomingMessage): { user: string; viewer: Viewer | undefined } | undefined => {
    const header = (name: string): string => headerOf(incoming, name);
    if (!isProxy(incoming.socket.remoteAddress) || !isSecret(header(secretHeader), secret)) return undefined;
    const user = textOf(header(userHeader));
    if (user === "" || user.length > longestName) return undefined;
    const groups = textOf(header(groupsHeader)).split(",").map((group) => group.trim());
    const found = granted.find(({ users, groups: inGroups }) => users.includes("*") || users.includes(user) || inGroups.some((group) => group !== "" && groups.includes(group)));
    return { user, viewer: found && { ...found.viewer, key: `user ${user}`, label: user } };
  };
  const atHand = (incoming: IncomingMessage): Viewer | undefined => named(incoming)?.viewer;
  return {
    atHand,
    of: async (incoming) => atHand(incoming),
    ungranted(incoming) {
      const asker = named(incoming);
      return asker?.viewer === undefined ? asker?.user : undefined;
    },
    forget: () => {},
  };
}

/** One value; a header sent twice names nobody. */
function headerOf({ headersDistinct }: IncomingMessage, name: string): string {
  const [value = "", ...others] = headersDistinct[name.toLowerCase()] ?? [];
  return others.length === 0 ? value : "";
}

/** Node reads each byte of a header as a letter of Latin-1; most proxies send UTF-8, which other texts seldom are by chance. */
function textOf(latin1: string): string {
  try {
    return utf8.decode(Buffer.from(latin1, "latin1"));
  } catch {
    return latin1;
  }
}
