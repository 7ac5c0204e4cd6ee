import type { CallboardEvent, CallboardTheme } from "./embed-types.ts";

/**
 * What frame and host say to each other. The frame says `hello` to the window above it, at the one
 * origin it was told of; the host answers with one port, for that hello alone. All else goes through the port.
 */
export type Hello = { callboard: 1; kind: "hello"; id: string };
export type Handover = { callboard: 1; kind: "port"; id: string };

/** Why there is no token: the host says so, its function failed, or it took too long. */
export type TokenRefusal = "denied" | "failed" | "late";

export type ToFrame =
  | { kind: "state"; theme: CallboardTheme; contact: string | null; visible: boolean; hasTokens: boolean }
  | { kind: "token"; token: string; expiresInSeconds?: number }
  | { kind: "no-token"; reason: TokenRefusal };

export type ToHost = { kind: "want-token" } | { kind: "height"; pixels: number } | { kind: "event"; event: CallboardEvent };
