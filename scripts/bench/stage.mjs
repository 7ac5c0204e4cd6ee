import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";

/*
 * `node stage.mjs BODIES SITE BASELINE`: one file server for the pages without a server of ours
 * (`/site/`, `/baseline/`), and the platform they and the Node host read below `/talkover/`:
 * recorded bodies, the first until `POST /next`. It answers `{bytes}` of bodies sent to that.
 * Below `/own/NAME/talkover/` each name has a platform of its own, which answers with the next body
 * whenever it is asked; `/own` says how often they were, and how often after the last body.
 */
const [bodies = "", site = "", baseline = ""] = process.argv.slice(2);
const recorded = readdirSync(bodies)
  .filter((name) => name.endsWith(".json"))
  .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
  .map((name) => ({ plain: readFileSync(join(bodies, name)), packed: readFileSync(join(bodies, `${name}.gz`)) }));
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2" };
const connections = { acme: { provider: "talkover", label: "Acme", baseUrl: "/talkover", deadlineMs: 120_000 } };

let current = 0;
let sentBytes = 0;
/** @type {Map<string, number>} */
const steps = new Map();
const own = { reads: 0, beyond: 0 };

/** The body a path stands for, where it is one of the platform's. @param {string} path */
function bodyAt(path) {
  if (path === "/talkover/api/v1/campaigns/big") return recorded[current];
  const name = /^\/own\/([^/]+)\/talkover\/api\/v1\/campaigns\/big$/.exec(path)?.[1];
  if (name === undefined) return undefined;
  const step = steps.get(name) ?? 0;
  steps.set(name, step + 1);
  own.reads += 1;
  if (step >= recorded.length) own.beyond += 1;
  return recorded[Math.min(step, recorded.length - 1)];
}

/** @param {string} path @returns {Buffer | string | undefined} */
function fileAt(path) {
  if (path === "/site/callboard.config.json") return JSON.stringify({ connections });
  const [, room = "", ...rest] = path.split("/");
  const directory = new Map([["site", site], ["baseline", baseline]]).get(room);
  if (directory === undefined || rest.includes("..")) return undefined;
  try {
    return readFileSync(join(directory, ...rest.filter((part) => part !== "")) + (path.endsWith("/") ? "/index.html" : ""));
  } catch {
    return undefined;
  }
}

const server = createServer((request, response) => {
  const path = (request.url ?? "/").split("?")[0] ?? "/";
  const answer = bodyAt(path);
  if (answer !== undefined) {
    const { plain, packed } = answer;
    const isPacked = (request.headers["accept-encoding"] ?? "").includes("gzip");
    const body = isPacked ? packed : plain;
    sentBytes += body.length;
    response.writeHead(200, { "content-type": "application/json", "content-length": body.length, ...(isPacked && { "content-encoding": "gzip" }) });
    response.end(body);
  } else if (path === "/own") {
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(own));
  } else if (path === "/next" || path === "/first") {
    current = path === "/first" ? 0 : Math.min(current + 1, recorded.length - 1);
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ bytes: sentBytes }));
    sentBytes = 0;
  } else {
    const file = fileAt(path);
    const type = Object.entries(types).find(([extension]) => extension === (extname(path) || ".html"))?.[1] ?? "application/json";
    response.writeHead(file === undefined ? 404 : 200, { "content-type": type }).end(file);
  }
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object" && address !== null) console.log(`Stage on http://127.0.0.1:${address.port}`);
});
process.on("SIGTERM", () => process.exit(0));
