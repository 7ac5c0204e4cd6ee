import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export type Listening = {
  /** With the port that was taken, `http://127.0.0.1:4173`. */
  origin: string;
  /** Stops accepting, lets answers under way finish, and cuts what is left after the time given. */
  drain(milliseconds: number): Promise<void>;
};

export type Address = { host: string; port: number };
export type Listener = RequestListener;

/**
 * Longer than pages wait between two polls, and than reverse proxies keep idle connections (60 s in nginx):
 * a connection that we close just as a request is on its way costs the asker a failure.
 */
const keepAliveMilliseconds = 75_000;

/** Listens, or rejects with a sentence about the address that says what to do. */
export async function listen(listener: Listener, { host, port }: Address): Promise<Listening> {
  const server = createServer({ keepAliveTimeout: keepAliveMilliseconds }, listener);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(new Error(sentence(error, host, port), { cause: error })));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return { origin: originOf(host, typeof address === "object" ? address : null, port), drain: (milliseconds) => drain(server, milliseconds) };
}

function originOf(host: string, address: AddressInfo | null, port: number): string {
  return `http://${host.includes(":") ? `[${host}]` : host}:${address?.port ?? port}`;
}

async function drain(server: Server, milliseconds: number): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), milliseconds);
  // A connection kept alive becomes idle only after its answer, so this is asked again.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  await new Promise((resolve) => server.close(resolve));
  clearTimeout(cut);
  clearInterval(idle);
}

function sentence(error: Error, host: string, port: number): string {
  const code = "code" in error ? String(error.code) : error.name;
  switch (code) {
    case "EADDRINUSE":
      return `Port ${port} of ${host} is taken: end the program that has it, or choose another with --port (0 takes any free one).`;
    case "EACCES":
      return `Port ${port} of ${host} is not allowed to this user: choose one above 1023 with --port.`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `${host} is no address of this machine: write 127.0.0.1 with --host.`;
    default:
      return `Callboard cannot listen on ${host}:${port} (${code}): choose another address with --host and --port.`;
  }
}
