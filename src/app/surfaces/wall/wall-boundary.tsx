import { Component, createRef, type ReactNode, useState } from "react";
import { afterPause } from "../../client/after-pause.ts";
import { useNow } from "../../client/clock.ts";
import { readWholeAgain } from "../../client/wall-queries.ts";
import { formatAge } from "../../ui/format.ts";
import { NotLiveBand } from "./not-live-band.tsx";
import { Beat } from "./wall-frame.tsx";

const firstPauseMilliseconds = 5_000;
const longestPauseMilliseconds = 60_000;
/** After so many failures in a row the page says no more that it is alive, and is loaded again. */
const mostFailures = 8;

type State = { isBroken: boolean; failures: number };

/**
 * Keeps the last readable screen when the wall fails, under a band that says so, and begins again by itself: after
 * 5 s, then ever later up to a minute. The picture is taken before React removes what was there.
 */
export class WallBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { isBroken: false, failures: 0 };
  readonly #live = createRef<HTMLDivElement>();
  readonly #kept = createRef<HTMLDivElement>();
  #picture: Node[] = [];
  #stop: (() => void) | undefined;

  static getDerivedStateFromError(): Partial<State> {
    return { isBroken: true };
  }

  override getSnapshotBeforeUpdate(_: unknown, before: State): Node[] | undefined {
    const { current } = this.#live;
    if (before.isBroken || !this.state.isBroken || current === null) return undefined;
    return pictureOf(current);
  }

  override componentDidUpdate(_: unknown, before: State, picture: Node[] | undefined): void {
    if (picture !== undefined && picture.length > 0) this.#picture = picture;
    const { isBroken, failures } = this.state;
    if (isBroken && !before.isBroken) this.#kept.current?.replaceChildren(...this.#picture);
    // Broken again in the same breath: no other state was there between.
    if (isBroken && (!before.isBroken || before.failures !== failures)) this.#beginAgainLater();
    if (!isBroken && before.isBroken) this.#forgetFailuresLater();
  }

  override componentDidMount(): void {
    if (this.state.isBroken) this.#beginAgainLater();
  }

  override componentWillUnmount(): void {
    this.#stop?.();
  }

  #later(milliseconds: number, then: () => void): void {
    this.#stop?.();
    this.#stop = afterPause(milliseconds, then);
  }

  #beginAgainLater(): void {
    this.#later(Math.min(firstPauseMilliseconds * 2 ** this.state.failures, longestPauseMilliseconds), () => void this.#beginAgain());
  }

  /** What has held for a minute is well. */
  #forgetFailuresLater(): void {
    this.#later(longestPauseMilliseconds, () => this.setState({ failures: 0 }));
  }

  async #beginAgain(): Promise<void> {
    await readWholeAgain().catch(() => {});
    this.setState(({ failures }) => ({ isBroken: false, failures: failures + 1 }));
  }

  override render(): ReactNode {
    const { isBroken, failures } = this.state;
    if (!isBroken) {
      return (
        <div ref={this.#live} className="flex min-h-0 flex-1 flex-col">
          {this.props.children}
        </div>
      );
    }
    return (
      <>
        <StoppedBand />
        <div ref={this.#kept} aria-hidden="true" className="flex min-h-0 flex-1 flex-col overflow-hidden opacity-55 grayscale" />
        {failures < mostFailures && <Beat />}
      </>
    );
  }
}

/** What is on the screen, without what speaks of the present: a clock that stands still, "Live", "Calling now". */
function pictureOf(screen: HTMLElement): Node[] {
  const copy = document.createElement("div");
  copy.append(...[...screen.children].map((child) => child.cloneNode(true)));
  for (const present of copy.querySelectorAll("[data-present]")) present.remove();
  return [...copy.children];
}

/** How long ago the display stopped: what stands below is a picture from then. */
function StoppedBand() {
  const now = useNow(1_000);
  const [since] = useState(now);
  return (
    <NotLiveBand role="alert">
      <p>
        <b className="font-[750]">NOT LIVE</b> — this display failed {formatAge(now - since)} ago
      </p>
      <p className="basis-full text-wall-part tracking-normal">It begins again by itself. Below is what it showed last.</p>
    </NotLiveBand>
  );
}
