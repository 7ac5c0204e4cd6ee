import type { TokenRefusal } from "#embed/protocol.ts";

/** `failing`: the host could not give a token, and is asked again; `denied`: it says that this viewer has none. */
export type TokenState = "none" | "held" | "failing" | "denied";

export type TokenKeeper = {
  state(): TokenState;
  subscribe(listener: () => void): () => void;
  /** The token to send, waiting for one where none is good. `undefined`: the host gives none now. */
  token(): Promise<string | undefined>;
  /** Has another token than the one refused, by asking for one where need be. */
  renew(refused: string | undefined): Promise<boolean>;
  /** The host's answer; `lifetimeMilliseconds` from now, where it is known. */
  given(token: string, lifetimeMilliseconds: number | undefined): void;
  refused(reason: TokenRefusal): void;
  /** While nobody looks no token is renewed; what became due meanwhile is done at once after. */
  show(shown: boolean): void;
  /** Asks now, whatever was refused before. */
  again(): void;
};

type Options = {
  /** Asks the host for a token. */
  ask(): void;
  /** A clock that only runs forward, milliseconds. */
  monotonic(): number;
  /** Calls back after so many milliseconds; returns what calls it off. */
  later(milliseconds: number, then: () => void): () => void;
  /** Uniform in [0, 1). */
  random(): number;
};

/** Longer than the host's script waits for its own function. */
const answerMilliseconds = 20_000;
/** Of a token's life, when another is asked for: not at the same moment in every frame. */
const renewAt = { from: 0.7, span: 0.1 };
const soonestRenewalMilliseconds = 5_000;
/** Timers of browsers overflow after 24 days, and then fire at once. */
const latestRenewalMilliseconds = 86_400_000;
const backOff = { failing: { first: 2_000, most: 60_000 }, denied: { first: 30_000, most: 300_000 } };

/** Keeps the viewer token of a frame, in memory alone, and asks its host for the next one early: one question at a time. */
export function createTokenKeeper({ ask, monotonic, later, random }: Options): TokenKeeper {
  const listeners = new Set<() => void>();
  let state: TokenState = "none";
  let held: { text: string; until: number } | undefined;
  let failures = 0;
  let shown = true;
  let isDue = false;
  /** The question under way, settled however it ends. */
  let round: { over: Promise<void>; end(): void } | undefined;
  let stopTimer = (): void => {};

  function become(next: TokenState): void {
    if (state === next) return;
    state = next;
    for (const listener of listeners) listener();
  }

  function settle(): void {
    stopTimer();
    round?.end();
    round = undefined;
  }

  /** Only one timer runs: for the answer to a question, or for the next question. */
  function wait(milliseconds: number, then: () => void): void {
    stopTimer();
    stopTimer = later(milliseconds, then);
  }

  function want(): Promise<void> {
    if (round !== undefined) return round.over;
    let end = (): void => {};
    const over = new Promise<void>((resolve) => {
      end = resolve;
    });
    round = { over, end };
    isDue = false;
    wait(answerMilliseconds, () => keeper.refused("late"));
    ask();
    return over;
  }

  function wantLater(milliseconds: number): void {
    wait(milliseconds, () => {
      if (shown) void want();
      else isDue = true;
    });
  }

  const isBackingOff = (): boolean => round === undefined && (state === "failing" || state === "denied");

  const keeper: TokenKeeper = {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async token() {
      // One that seems over is sent all the same where there is no other: the service knows better.
      if ((held === undefined || monotonic() > held.until) && !isBackingOff()) await want();
      return held?.text;
    },
    async renew(refused) {
      if (held !== undefined && held.text !== refused) return true;
      if (!isBackingOff()) await want();
      return held !== undefined && held.text !== refused;
    },
    given(text, lifetimeMilliseconds = Number.POSITIVE_INFINITY) {
      settle();
      // However short its life is said to be, it is sent for a while: the service knows better, and the host is spared.
      held = { text, until: monotonic() + Math.max(soonestRenewalMilliseconds, lifetimeMilliseconds) };
      failures = 0;
      if (Number.isFinite(lifetimeMilliseconds)) {
        const renewal = lifetimeMilliseconds * (renewAt.from + renewAt.span * random());
        wantLater(Math.min(Math.max(soonestRenewalMilliseconds, renewal), latestRenewalMilliseconds));
      }
      become("held");
    },
    refused(reason) {
      settle();
      failures += 1;
      const kind = reason === "denied" ? "denied" : "failing";
      const { first, most } = backOff[kind];
      const ceiling = Math.min(first * 2 ** Math.min(failures - 1, 10), most);
      wantLater(ceiling / 2 + (ceiling / 2) * random());
      if (kind === "denied") held = undefined;
      become(kind);
    },
    show(next) {
      shown = next;
      if (shown && isDue) void want();
    },
    again() {
      void want();
    },
  };
  return keeper;
}
