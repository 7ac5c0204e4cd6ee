import type { CallboardChanges, CallboardEvent, CallboardHandle, CallboardOptions } from "./embed-types.ts";
import { addressOf, checkOptions, limitsOf } from "./options.ts";
import type { Handover, Hello, ToFrame, ToHost } from "./protocol.ts";
import { createTokenDesk } from "./token-desk.ts";

/** A page that said nothing by then is not Callboard's, or may not be framed here: browsers tell a host neither. */
const silentMilliseconds = 20_000;

/** `script`: where this script came from. */
export function mount(element: Element, options: CallboardOptions, script?: string): CallboardHandle {
  if (!(element instanceof Element)) throw new TypeError("Callboard: the first argument must be an element of the page");
  checkOptions(options);
  const { getToken, onEvent, title = "Callboard" } = options;
  const address = addressOf(options, { script, page: document.baseURI, origin: location.origin });
  let { theme = "system", contact = null, visible = true } = options;
  let limits = limitsOf(options.height);
  let contentPixels = 0;
  let port: MessagePort | undefined;
  let greeted: string | undefined;

  const frame = document.createElement("iframe");
  frame.title = title;
  frame.referrerPolicy = "no-referrer";
  frame.allow = "clipboard-write";
  frame.sandbox.add("allow-scripts", "allow-same-origin", "allow-downloads", "allow-popups", "allow-popups-to-escape-sandbox");
  Object.assign(frame.style, { display: "block", width: "100%", border: "0" });

  const tell = (message: ToFrame): void => port?.postMessage(message);
  const tellState = (): void => tell({ kind: "state", theme, contact, visible, hasTokens: getToken !== undefined });
  const desk = getToken && createTokenDesk(getToken, tell);
  const grow = (): void => {
    frame.style.height = `${Math.min(Math.max(contentPixels, limits.min), limits.max)}px`;
  };

  const heard = ({ data }: MessageEvent<ToHost>): void => {
    if (data.kind === "want-token") desk?.ask();
    else if (data.kind === "event") report(onEvent, data.event);
    else if (data.kind === "height" && Number.isFinite(data.pixels)) {
      contentPixels = Math.ceil(data.pixels);
      grow();
    }
  };

  // A page that loads itself again says hello anew; the same hello is answered once.
  const greet = ({ source, origin, data }: MessageEvent<Hello | undefined>): void => {
    if (source === null || source !== frame.contentWindow || origin !== address.origin) return;
    if (data?.callboard !== 1 || data.kind !== "hello" || typeof data.id !== "string" || data.id === greeted) return;
    greeted = data.id;
    clearTimeout(silent);
    port?.close();
    const channel = new MessageChannel();
    port = channel.port1;
    port.addEventListener("message", heard);
    port.start();
    const handover: Handover = { callboard: 1, kind: "port", id: greeted };
    frame.contentWindow.postMessage(handover, address.origin, [channel.port2]);
    tellState();
  };

  window.addEventListener("message", greet);
  const silent = setTimeout(() => report(onEvent, { type: "error", code: "no_answer", message: `Nothing answers in the frame: is Callboard at ${address.origin}, and is ${location.origin} among the frameAncestors of ${options.connection}?` }), silentMilliseconds);
  grow();
  frame.src = address.href;
  element.append(frame);

  return {
    frame,
    update(changes: CallboardChanges) {
      checkOptions(changes);
      ({ theme = theme, contact = contact, visible = visible } = changes);
      if (changes.height !== undefined) limits = limitsOf(changes.height);
      grow();
      tellState();
    },
    unmount() {
      window.removeEventListener("message", greet);
      clearTimeout(silent);
      desk?.close();
      port?.close();
      port = undefined;
      frame.remove();
    },
  };
}

/** A mistake in the host's function is the host's to see, and stops nothing here. */
function report(onEvent: CallboardOptions["onEvent"], event: CallboardEvent): void {
  try {
    onEvent?.(event);
  } catch (error) {
    reportError(error);
  }
}
