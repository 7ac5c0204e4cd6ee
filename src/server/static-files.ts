import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { acceptsGzip } from "#service/front/accept-encoding.ts";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ts": "text/plain; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

const packed = new Set([".ico", ".png", ".woff2"]);
const gzipBytes = promisify(gzip);

/** One file of the built client, read once at start: its path is looked up, never opened, so none leads outside. */
export type StaticFile = { respond(request: Request): Promise<Response> };

/** Reads a directory of built files, keyed by path without a leading slash (`assets/main-x1.js`). None where it is absent. */
export function readStaticFiles(directory: string): Map<string, Buffer> {
  if (!existsSync(directory)) return new Map();
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(directory, path).split(sep).join("/"), readFileSync(path)]),
  );
}

/** Bundled names change with their content, so they are kept for a year; every other file is asked for again. */
export function staticFile(path: string, content: Buffer): StaticFile {
  const extension = extname(path);
  const tag = `"${createHash("sha256").update(content).digest("base64url").slice(0, 22)}"`;
  const headers = {
    "Content-Type": types[extension] ?? "application/octet-stream",
    "Cache-Control": path.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache",
    ETag: tag,
    Vary: "Accept-Encoding",
  };
  let compressed: Promise<Buffer> | undefined;
  return {
    async respond(request) {
      if (request.headers.get("if-none-match")?.includes(tag) === true) return new Response(null, { status: 304, headers });
      if (packed.has(extension) || !acceptsGzip(request.headers.get("accept-encoding"))) return whole(request, content, headers);
      compressed ??= gzipBytes(content);
      return whole(request, await compressed, { ...headers, ETag: `W/${tag}`, "Content-Encoding": "gzip" });
    },
  };
}

function whole(request: Request, content: Buffer, headers: Record<string, string>): Response {
  const length = String(content.byteLength);
  return new Response(request.method === "HEAD" ? null : new Uint8Array(content), { headers: { ...headers, "Content-Length": length } });
}
