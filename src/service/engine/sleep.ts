import type { Clock } from "../ports.ts";

/** Resolves after that many milliseconds of this clock. */
export async function sleep(clock: Clock, milliseconds: number): Promise<void> {
  if (clock.sleep !== undefined) return clock.sleep(milliseconds);
  await new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
