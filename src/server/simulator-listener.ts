import { promisify } from "node:util";
import type { ServerResponse } from "node:http";
import { gzip } from "node:zlib";
import { getRequestListener } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { socketHeader } from "#simulator/faulty-answer.ts";
import type { Simulator } from "#simulator/simulator.ts";
import type { Listener } from "./listen.ts";

const gzipBytes = promisify(gzip);

/** Serves a simulator over HTTP, and plays the faults that need a socket. */
export function simulatorListener(simulator: Simulator): Listener {
  const listener = getRequestListener(async (request, { outgoing }) => {
    const response = await simulator.fetch(request);
    const fault = response.headers.get(socketHeader);
    if (fault === null || !("assignSocket" in outgoing)) return response;
    await breakOff(fault, Buffer.from(await response.arrayBuffer()), outgoing);
    return RESPONSE_ALREADY_SENT;
  });
  return (incoming, outgoing) => void listener(incoming, outgoing);
}

async function breakOff(fault: string, body: Buffer, outgoing: ServerResponse): Promise<void> {
  switch (fault) {
    case "half-close":
      outgoing.writeHead(200, { "Content-Type": "application/json", "Content-Length": body.byteLength });
      outgoing.write(body.subarray(0, body.byteLength >> 1), () => outgoing.socket?.end());
      return;
    case "broken-gzip": {
      const compressed = await gzipBytes(body);
      outgoing.writeHead(200, { "Content-Type": "application/json", "Content-Encoding": "gzip" });
      outgoing.end(compressed.subarray(0, compressed.byteLength >> 1));
      return;
    }
    default:
      outgoing.socket?.resetAndDestroy();
  }
}
