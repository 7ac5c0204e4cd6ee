import { useSyncExternalStore } from "react";
import { clockHeaders } from "#service/api.ts";
import type { CallboardEvent } from "#embed/embed-types.ts";
import type { ToHost } from "#embed/protocol.ts";
import { access } from "../access.ts";
import { afterPause } from "../after-pause.ts";
import { changeView } from "../address.ts";
import { queryClient } from "../query-client.ts";
import { serviceClock } from "../service-clock.ts";
import { linkOf } from "../sign-in-link.ts";
import { signInFragment } from "../sign-in-fragment.ts";
import { type Transport, wrapTransport } from "../transport.ts";
import { frameAncestorsOf, isAllowedHost } from "./allowed-host.ts";
import { notSignedIn, withBearer } from "./bearer-transport.ts";
import { createHandoffDesk, type HandoffRefusal, handoffIn } from "./handoff.ts";
import { watchView } from "./in-view.ts";
import { joinHost } from "./join-host.ts";
import { readMessage } from "./messages.ts";
import { takeContact } from "./taken-contact.ts";
import { lifetimeOf } from "./token-lifetime.ts";
import { createTokenKeeper, type TokenKeeper, type TokenState } from "./token-keeper.ts";

/**
 * `alone`: nobody embeds by script; `strange`: who says so is none of the origins that may; `silent`: it does not
 * answer; `signed`: it says nothing but what it signed before the frame was loaded.
 */
export type HostState = "alone" | "strange" | "waiting" | "silent" | "joined" | "signed";

export type EmbedState = {
  host: HostState;
  token: TokenState;
  /** From the host's port, or from the address; the latter counts only for those who see whole numbers. */
  contact: { number: string; from: "host" | "address" } | undefined;
  /** Of a host that signed: why that gives nothing (any more). */
  refused: HandoffRefusal | undefined;
};

/** A host that was not there by then gives nothing: what needs no token is asked without it. */
const joinMilliseconds = 5_000;

/** What stands below or beside the summary. */
export type Tab = "overview" | "calls" | "files";
let tab: Tab = "overview";

/** The panel that the frame's address asks to begin with. */
export const askedTab = (): Tab => tab;

let state: EmbedState = { host: "alone", token: "none", contact: undefined, refused: undefined };
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

function newKeeper(ask: () => void): TokenKeeper {
  const made = createTokenKeeper({ ask, monotonic: () => performance.now(), later: afterPause, random: Math.random });
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

/** The frame's host signed who is looking: tokens come from Callboard itself, in exchange for the code that was in the address. */
function beginSigned(refused: HandoffRefusal | undefined): void {
  become({ host: "signed" });
  wrapTransport((inner) => {
    const desk = createHandoffDesk({ send: inner, code: linkOf(signInFragment.now())?.code, refused, keeper: () => keeper });
    keeper = newKeeper(desk.ask);
    keeper.subscribe(() => become({ refused: desk.refused() }));
    // The code is good for a minute, whether or not anybody looks by then.
    keeper.again();
    return withBearer(Promise.resolve(), () => keeper)(noting(async (path, init) => (desk.refused() === undefined ? inner(path, init) : notSignedIn())));
  });
}

/** Once a page: takes what the address says, finds the host, and watches whether anybody can see the frame. */
function begin(page: Window & typeof globalThis): void {
  const parameters = new URLSearchParams(page.location.search || page.location.hash.split("?")[1]);
  const host = parameters.get("host");
  tab = (["calls", "files"] as const).find((name) => name === parameters.get("tab")) ?? tab;
  const number = takeContact(page);
  if (number !== undefined) become({ contact: { number, from: "address" } });
  const view = watchView(page, (shown) => keeper?.show(shown));
  const handed = handoffIn(parameters);
  if (handed !== undefined) return beginSigned(handed.refused);
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
        if (message.hasTokens) keeper ??= newKeeper(() => say({ kind: "want-token" }));
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
