import type { Hello } from "#embed/protocol.ts";
import { isHandover } from "./messages.ts";

/** What is used of `window`. */
export type FramedPage = Pick<Window, "addEventListener" | "removeEventListener" | "crypto"> & { parent: { postMessage(message: unknown, origin: string): void } };

/**
 * Says hello to the page around this frame, at that one origin, and takes the first port it answers
 * with. Whatever comes from another window or origin, answers another hello, or comes later is left alone.
 */
export function joinHost(page: FramedPage, origin: string, onPort: (port: MessagePort) => void): void {
  const id = Array.from(page.crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const hear = (event: MessageEvent): void => {
    if (event.source !== page.parent || event.origin !== origin || !isHandover(event.data, id)) return;
    const [port, ...more] = event.ports;
    if (port === undefined || more.length > 0) return;
    page.removeEventListener("message", hear);
    onPort(port);
  };
  page.addEventListener("message", hear);
  const hello: Hello = { callboard: 1, kind: "hello", id };
  page.parent.postMessage(hello, origin);
}
