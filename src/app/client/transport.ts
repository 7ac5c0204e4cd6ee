/** Sends one request to Callboard's API, wherever it runs. Paths begin with `/api/`. */
export type Transport = (path: string, init: RequestInit) => Promise<Response>;

export type HostKind = "node" | "browser";

/** A page served by the Node host says so; nothing probes. */
export function hostKindOf(page: Pick<Document, "querySelector">): HostKind {
  const mark = page.querySelector('meta[name="callboard-host"]');
  return mark?.getAttribute("content") === "node" ? "node" : "browser";
}

let kind: HostKind | undefined;

export function hostKind(): HostKind {
  kind ??= hostKindOf(document);
  return kind;
}

/**
 * Where the product is mounted, with both slashes (`/` or `/callboard/`). Told
 * from this script's own address, which the host rewrites to its base path.
 */
export function basePath(): string {
  // The development server mounts at the root; built chunks stand in `assets/`.
  return import.meta.env.DEV ? "/" : new URL(import.meta.url).pathname.replace(/assets\/[^/]*$/, "");
}

/** The transport of a page that a Callboard server has served. A redirect is not followed, and comes as an answer of no status. */
export function createServerTransport(base: string): Transport {
  return (path, init) =>
    fetch(base.replace(/\/$/, "") + path, { credentials: "same-origin", ...init, cache: "no-store", redirect: "manual" });
}

/** The transport of a page without a server: the service runs in this page's worker. */
const workerTransport: Transport = async (path, init) => {
  const { workerDoor } = await import("#worker/door.ts");
  return workerDoor.fetch(path, init);
};

let transport: Transport | undefined;

const plain = (): Transport => (transport ??= hostKind() === "node" ? createServerTransport(basePath()) : workerTransport);

export const send: Transport = (path, init) => plain()(path, init);

/** Has every request from now on go through `wrap`. */
export function wrapTransport(wrap: (inner: Transport) => Transport): void {
  transport = wrap(plain());
}
