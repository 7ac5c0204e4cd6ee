/**
 * The types of Callboard's `embed.js`, the script for pages that show a campaign in a frame.
 * Published beside it as `embed.d.ts`. Needs nothing.
 */

export type CallboardTheme = "system" | "light" | "dark";

/** A viewer token as the host's backend has it from Callboard. */
export type CallboardToken = {
  token: string;
  /** How long it is still good for, seconds. Without it that is told from the token itself. */
  expiresInSeconds?: number;
};

/** What happens in the frame, as far as its host may know it. */
export type CallboardEvent =
  /** The campaign is on screen. */
  | { type: "ready" }
  /** `status`: of the campaign, such as `active`; `freshness`: of what is shown, such as `live` or `not_live`. */
  | { type: "status"; status: string; freshness: string }
  | { type: "error"; code: string; message: string }
  /** The viewer opened the attempts of a call. */
  | { type: "open-call"; callId: string };

/** What may change while the frame stands. */
export type CallboardChanges = {
  theme?: CallboardTheme;
  /** The telephone number whose attempts are shown, E.164 or national; `null` for all calls. */
  contact?: string | null;
  /** `false` while the frame is covered or put away in a way it cannot see itself: then it stops asking. */
  visible?: boolean;
  /** Of the frame, pixels: fixed, or the limits between which it follows its content. */
  height?: number | { min: number; max: number };
};

export type CallboardOptions = CallboardChanges & {
  /** Where Callboard is; for its static site the address ends in `#/`. By default where this script came from. */
  base?: string;
  connection: string;
  campaign: string;
  /**
   * Gives a token for whoever looks: by name of a route of the host's own backend. `null`: nobody who may.
   * It is called again before the token is over, one call at a time; `signal` ends a call that took too long.
   */
  getToken?: (request: { signal: AbortSignal }) => CallboardAnswer | Promise<CallboardAnswer>;
  onEvent?: (event: CallboardEvent) => void;
  /** Names the frame for screen readers; "Callboard" by default. */
  title?: string;
};

export type CallboardAnswer = string | CallboardToken | null;

export type CallboardHandle = {
  readonly frame: HTMLIFrameElement;
  update(changes: CallboardChanges): void;
  /** Takes the frame away and leaves nothing behind. */
  unmount(): void;
};

export type CallboardScript = {
  /** Shows a campaign inside `element`. Throws a `TypeError` that says which option is wrong. */
  mount(element: Element, options: CallboardOptions): CallboardHandle;
};

declare global {
  var Callboard: CallboardScript;
}
