import { readFileSync } from "node:fs";
import { rootCertificates } from "node:tls";
import type { UpstreamFetch } from "#service/ports.ts";
import { Agent, type Dispatcher, fetch, ProxyAgent } from "undici";

export type Outgoing = { fetch: UpstreamFetch; close(): Promise<void> };

type Route = { extraCa: string | undefined; proxyUrl: string | undefined };

/** How the host reaches platforms: pooled connections, the operator's certificates and proxy, no redirects. */
export function outgoingFetch({ extraCa, proxyUrl }: Route): Outgoing {
  const dispatcher = dispatcherFor(extraCa, proxyUrl);
  return {
    async fetch(url, { method, headers, signal, body }) {
      const reply = await fetch(url, {
        method: method ?? "GET",
        headers: Object.fromEntries(new Headers(headers)),
        signal: signal ?? null,
        // The service sends texts alone.
        body: typeof body === "string" ? body : null,
        redirect: "manual",
        dispatcher,
      });
      return asResponse(reply);
    },
    close: () => dispatcher.destroy(),
  };
}

function dispatcherFor(extraCa: string | undefined, proxyUrl: string | undefined): Dispatcher {
  const tls = extraCa === undefined ? {} : { ca: [...trustedByNode(), extraCa] };
  if (proxyUrl === undefined) return new Agent({ connect: tls });
  return new ProxyAgent({ uri: proxyUrl, requestTls: tls, proxyTls: tls });
}

/** A list of our own replaces Node's, NODE_EXTRA_CA_CERTS included; so both are repeated. */
function trustedByNode(): string[] {
  const file = process.env.NODE_EXTRA_CA_CERTS;
  return file === undefined || file === "" ? [...rootCertificates] : [...rootCertificates, readFileSync(file, "utf8")];
}

/** undici's `Response` and stream are not the global ones; the service is promised the global ones. */
function asResponse(reply: Awaited<ReturnType<typeof fetch>>): Response {
  return new Response(reply.body === null ? null : passOn(reply.body.getReader()), {
    status: reply.status,
    statusText: reply.statusText,
    headers: [...reply.headers],
  });
}

type ChunkReader = { read(): Promise<{ done: boolean; value?: unknown }>; cancel(reason?: unknown): Promise<void> };

function passOn(reader: ChunkReader): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { value } = await reader.read();
      if (value instanceof Uint8Array) controller.enqueue(value);
      else controller.close();
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
