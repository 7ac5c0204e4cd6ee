import { useSyncExternalStore } from "react";
import { clockHeaders } from "#service/api.ts";
import type { CallboardEvent } from "#embed/embed-types.ts";
import type { ToHost } from "#embed/protocol.ts";
import { access } from "../access.ts";
import { afterPause } from "../after-pause.ts";
import { changeView } from "../address.ts";
import { queryClient } from "../query-client.ts";
import { serviceClock } from "../service-clock.ts";
import { type Transport, wrapTransport } from "../transport.ts";
import { frameAncestorsOf, isAllowedHost } from "./allowed-host.ts";
import { withBearer } from "./bearer-transport.ts";
import { watchView } from "./in-view.ts";
import { joinHost } from "./join-host.ts";
import { readMessage } from "./messages.ts";
import { takeContact } from "./taken-contact.ts";
import { lifetimeOf } from "./token-lifetime.ts";
import { createTokenKeeper, type TokenKeeper, type TokenState } from "./token-keeper.ts";

/** `alone`: nobody embeds by script; `strange`: who says so is none of the origins that may; `silent`: it does not answer. */
export type HostState = "alone" | "strange" | "waiting" | "silent" | "joined";

export type EmbedState = {
  host: HostState;
  token: TokenState;
  /** From the host's port, or from the address; the latter counts only for those who see whole numbers. */
  contact: { number: string; from: "host" | "address" } | undefined;
};

/** A host that was not there by then gives nothing: what needs no token is asked without it. */
const joinMilliseconds = 5_000;

/** What stands below or beside the summary. */
export type Tab = "overview" | "calls" | "files";
let tab: Tab = "overview";

/** The panel that the frame's address asks to begin with. */
export const askedTab = (): Tab => tab;

let state: EmbedState = { host: "alone", token: "none", contact: undefined };
let port: MessagePort | undefined;
let keeper: TokenKeeper | undefined;
let knowsTime = false;
const listeners = new Set<() => void>();

function become(patch: Partial<EmbedState>): void {
  state = { ...state, ...patch };
  for (const listener of listeners) listener();
}

function say(message: ToHost): void {
  port?.postMessage(message);
}

/** Tells the host what happened. */
export function tellHost(event: CallboardEvent): void {
  say({ kind: "event", event });
}

/** Tells the host how high all of the content is, pixels. */
export function tellHeight(pixels: number): void {
  say({ kind: "height", pixels });
}

export function useEmbed(): EmbedState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}

/** Asks once more after access was refused: for a token first, where the host gives them. */
export function tryAccessAgain(): void {
  keeper?.again();
  access.become("open");
}

/** Notes when the service's own time is known: until then tokens are measured by what they were made for. */
const noting = (inner: Transport): Transport => async (path, init) => {
  const response = await inner(path, init);
  knowsTime ||= response.headers.has(clockHeaders.now);
  return response;
};

function newKeeper(): TokenKeeper {
  const made = createTokenKeeper({ ask: () => say({ kind: "want-token" }), monotonic: () => performance.now(), later: afterPause, random: Math.random });
  made.subscribe(() => {
    const before = state.token;
    become({ token: made.state() });
    // Whoever was let in again looks on.
    if (state.token === "held" && (before === "failing" || before === "denied")) {
      if (access.state() === "open") void queryClient.refetchQueries({ type: "active" });
      else access.become("open");
    }
  });
  return made;
}

/** Once a page: takes what the address says, finds the host, and watches whether anybody can see the frame. */
function begin(page: Window & typeof globalThis): void {
  const parameters = new URLSearchParams(page.location.search || page.location.hash.split("?")[1]);
  const host = parameters.get("host");
  tab = (["calls", "files"] as const).find((name) => name === parameters.get("tab")) ?? tab;
  const number = takeContact(page);
  if (number !== undefined) become({ contact: { number, from: "address" } });
  const view = watchView(page, (shown) => keeper?.show(shown));
  if (host === null || page.parent === page) return;
  if (!isAllowedHost(host, frameAncestorsOf(page.document))) return become({ host: "strange" });

  become({ host: "waiting" });
  const joined = new Promise<void>((resolve) => {
    const stop = afterPause(joinMilliseconds, () => {
      become({ host: "silent" });
      resolve();
    });
    const hear = ({ data }: MessageEvent): void => {
      const message = readMessage(data);
      if (message?.kind === "token") keeper?.given(message.token, message.expiresInSeconds === undefined ? lifetimeOf(message.token, knowsTime ? serviceClock.now() : undefined) : message.expiresInSeconds * 1_000);
      else if (message?.kind === "no-token") keeper?.refused(message.reason);
      else if (message?.kind === "state") {
        stop();
        if (message.hasTokens) keeper ??= newKeeper();
        const before = state.contact?.from === "host" ? undefined : state.contact;
        become({ host: "joined", contact: message.contact === null ? before : { number: message.contact, from: "host" } });
        changeView({ theme: message.theme });
        view.hostShows(message.visible);
        resolve();
      }
    };
    joinHost(page, host, (given) => {
      port = given;
      port.addEventListener("message", hear);
      port.start();
    });
  });
  wrapTransport((inner) => withBearer(joined, () => keeper)(noting(inner)));
}

begin(window);
