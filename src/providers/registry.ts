import { callers } from "./callers/provider.ts";
import { kore } from "./kore/provider.ts";
import type { Provider } from "./provider.ts";
import { talkover } from "./talkover/provider.ts";

/** Every platform Callboard reads, by its id: one line a provider. */
export const providers: ReadonlyMap<string, Provider> = new Map([
  [talkover.id, talkover],
  [callers.id, callers],
  [kore.id, kore],
]);
