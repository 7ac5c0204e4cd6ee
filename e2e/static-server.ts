import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, resolve } from "node:path";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};

/** docs/deployment.md gives these headers; the platform may be on loopback here. */
const headers = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self' http://127.0.0.1:*; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types callboard-worker",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
};

export type StaticSite = { url: string; paths: string[]; close(): Promise<void> };

/** A plain file server for the built static site, below `prefix`: no process of ours answers. */
export async function startStaticSite(prefix = "/"): Promise<StaticSite> {
  const directory = resolve("dist/client");
  const paths: string[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? "/").split("?")[0] ?? "/");
    paths.push(path);
    const file = path.startsWith(prefix) ? path.slice(prefix.length) || "index.html" : undefined;
    const send = (status: number, body: Buffer | string, type: string) => {
      response.writeHead(status, { ...headers, "content-type": type });
      response.end(body);
    };
    if (file === undefined || file.includes("..")) return send(404, "", "text/plain");
    return void readFile(join(directory, file)).then(
      (body) => send(200, body, types[extname(file)] ?? "application/octet-stream"),
      () => send(404, "", "text/plain"),
    );
  });
  await new Promise<void>((listening) => {
    server.listen(0, "127.0.0.1", listening);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${prefix}`,
    paths,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
