import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, resolve } from "node:path";
import { published, startUpstream } from "#service/testing/upstream.ts";
import { expect, test as base } from "./fixtures.ts";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};

type Rule = { prefix: string; headers: [name: string, value: string][] };

/** The `_headers` file of docs/deployment.md, as those who copy it have it; policies also report here, and allow platforms on loopback. */
function documentedRules(): Rule[] {
  const docs = readFileSync("docs/deployment.md", "utf8");
  const block = /```\n(\/\*\n[^`]*)```/.exec(docs)?.[1] ?? "";
  return block.split(/^(?=\/)/m).map((rule) => {
    const [path = "", ...lines] = rule.trimEnd().split("\n");
    return { prefix: path.slice(1).replace("*", ""), headers: lines.map((line): [string, string] => headerOf(line.trim())) };
  });
}

function headerOf(line: string): [string, string] {
  const [name = "", ...rest] = line.split(": ");
  const value = rest.join(": ");
  return [name, name === "Content-Security-Policy" ? `${value.replace(" https:", " https: http://127.0.0.1:*")}; report-uri /policy-reports` : value];
}

/** `configuration`: what lies in callboard.config.json; `null`: no such file. */
type StaticOptions = { prefix?: string; configuration?: string | null; proxy?: { path: string; baseUrl: string; token: string } };

export type StaticSite = { url: string; paths: string[]; policyReports: string[]; close(): Promise<void> };

/**
 * A plain file server for the built static site, with the headers the docs
 * give: no process of ours answers. As reverse proxies do, it can add a token
 * on the way to a platform.
 */
export async function startStaticSite({ prefix = "/", configuration, proxy }: StaticOptions = {}): Promise<StaticSite> {
  const rules = documentedRules();
  const paths: string[] = [];
  const policyReports: string[] = [];
  const read = async (file: string): Promise<Buffer | string> => {
    const given = file === "callboard.config.json" ? configuration : undefined;
    if (given === null) throw new Error("absent");
    return given ?? readFile(join(resolve("dist/client"), file));
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = (request.url ?? "/").split("?")[0] ?? "/";
    if (path === "/policy-reports") {
      policyReports.push(Buffer.concat(await request.toArray()).toString());
      response.writeHead(204).end();
      return;
    }
    paths.push(path);
    if (proxy !== undefined && path.startsWith(proxy.path)) {
      const passed = await fetch(proxy.baseUrl + path.slice(proxy.path.length), { headers: { authorization: `Bearer ${proxy.token}` } });
      response.writeHead(passed.status, { "content-type": passed.headers.get("content-type") ?? "" }).end(await passed.text());
      return;
    }
    const file = path.startsWith(prefix) ? path.slice(prefix.length) || "index.html" : "..";
    const body = file.includes("..") ? undefined : await read(file).catch(() => undefined);
    for (const rule of rules) if (file.startsWith(rule.prefix)) for (const [name, value] of rule.headers) response.setHeader(name, value);
    response.writeHead(body === undefined ? 404 : 200, { "content-type": types[extname(file)] ?? "application/octet-stream" }).end(body);
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((listening) => {
    server.listen(0, "127.0.0.1", listening);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${prefix}`,
    paths,
    policyReports,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

type Shared = {
  /** The static site as it is built. */
  site: StaticSite;
  /** The static site configured to read the published sample through a proxy that adds the token; `url` is the campaign's page. */
  publishedSite: { url: string };
};

export const test = base.extend<object, Shared>({
  site: [
    async ({}, use) => {
      const site = await startStaticSite();
      await use(site);
      await site.close();
      expect(site.policyReports).toEqual([]);
    },
    { scope: "worker" },
  ],
  publishedSite: [
    async ({}, use) => {
      const platform = await startUpstream(published);
      const connections = { acme: { provider: "talkover", label: "Acme", baseUrl: "/talkover" } };
      const site = await startStaticSite({
        configuration: JSON.stringify({ connections }),
        proxy: { path: "/talkover", baseUrl: platform.baseUrl, token: "talq_sample" },
      });
      await use({ url: `${site.url}#/c/acme/campaign-uuid-1` });
      await site.close();
      await platform.close();
      expect(site.policyReports).toEqual([]);
    },
    { scope: "worker" },
  ],
});
