import { readFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A real HTTP server that plays a platform, well-behaved or not. Loopback only. */
export type Upstream = {
  baseUrl: string;
  /** Requests received, oldest first. */
  requests: Received[];
  /** Answers all further requests, until replaced. */
  answer: (handler: Handler) => void;
  close: () => Promise<void>;
};

/** A request as it came; the body once it is there. */
type Received = { method: string; url: string; authorization: string | undefined; headers: IncomingHttpHeaders; body: string };

export type Handler = (request: IncomingMessage, response: ServerResponse, count: number) => void;

export async function startUpstream(first: Handler): Promise<Upstream> {
  let handler = first;
  const requests: Upstream["requests"] = [];
  const server = createServer((request, response) => {
    const { method = "", url = "", headers } = request;
    const received: Received = { method, url, authorization: headers.authorization, headers, body: "" };
    requests.push(received);
    request.setEncoding("utf8").on("data", (chunk: string) => {
      received.body += chunk;
    });
    handler(request, response, requests.length);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    requests,
    answer: (next) => {
      handler = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Handler {
  return bytes(status, JSON.stringify(body), { "content-type": "application/json", ...headers });
}

export function bytes(status: number, body: string | Buffer, headers: Record<string, string>): Handler {
  return (_request, response) => {
    response.writeHead(status, headers);
    response.end(body);
  };
}

/** A published sample, byte for byte. */
export function sample(name: string): Buffer {
  return readFileSync(new URL(`../../providers/talkover/samples/${name}.json`, import.meta.url));
}

/** The published campaign at its documented path, with the documented 404 elsewhere. */
export const published: Handler = (request, response, count) => {
  const found = request.url === "/api/v1/campaigns/campaign-uuid-1";
  const name = found ? "talkover-campaign" : "talkover-error-404";
  bytes(found ? 200 : 404, sample(name), { "content-type": "application/json" })(request, response, count);
};
