import { connect } from "node:net";

/** Sends a request line as it is, byte for byte, which no HTTP client does; answers the status and all that came. */
export function rawRequest(origin: string, target: string, { method = "GET", headers = {}, body = "" }: { method?: string; headers?: Record<string, string>; body?: string } = {}): Promise<{ status: number; text: string }> {
  const { hostname, port, host } = new URL(origin);
  const head = { Host: host, Connection: "close", ...(body === "" ? {} : { "Content-Type": "application/json", "Content-Length": String(Buffer.byteLength(body)) }), ...headers };
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) });
    let text = "";
    const answered = (): void => resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), text });
    socket.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
    socket.on("close", answered);
    // A server that has heard enough hangs up while the rest is still being sent.
    socket.on("error", () => socket.destroy());
    socket.write(`${method} ${target} HTTP/1.1\r\n${Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n${body}`);
  });
}
