import type { Clock } from "../ports.ts";
import { sleep } from "./sleep.ts";

/** Which campaigns of a connection are read though nobody looks: these, or all that are active. */
export type Watched = "active" | readonly string[];

type Watching = {
  watched: Watched;
  /** Where all that are active are read: those that were when they were last read, perhaps by another process. */
  formerly?: readonly string[];
  clock: Clock;
  everyMilliseconds: number;
  /** Ids of the active campaigns; `undefined`: the platform did not tell now. */
  active(): Promise<readonly string[] | undefined>;
  /** Reads a campaign if that is due; whether it goes on, as far as is known. */
  look(id: string): Promise<boolean>;
};

/** The list is asked for less often than campaigns are read: it tells only which there are. */
const listEveryRounds = 5;

/** Reads campaigns nobody looks at, in turn, until the signal. */
export async function watch({ watched, formerly = [], clock, everyMilliseconds, active, look }: Watching, ending: AbortSignal): Promise<void> {
  let ids: ReadonlySet<string> = new Set(watched === "active" ? formerly : watched);
  const isOver = (): boolean => ending.aborted;
  for (let round = 0; !isOver(); round += 1) {
    if (watched === "active" && (round % listEveryRounds === 0 || ids.size === 0)) {
      // What was active is read until it is seen to have ended: its end is the best of it.
      ids = new Set([...ids, ...((await active()) ?? [])]);
    }
    for (const id of ids) {
      if (isOver()) return;
      const goesOn = await look(id);
      if (watched === "active" && !goesOn) ids = new Set([...ids].filter((each) => each !== id));
    }
    await sleep(clock, everyMilliseconds);
  }
}
