import type { IncomingMessage } from "node:http";
import { operator, type Viewer } from "#service/access/viewer.ts";

/** Finds out who asks: the one place where credentials are looked at. */
export type Viewers = {
  /** Who asks, where that is known without waiting; `undefined` says nothing. */
  atHand(incoming: IncomingMessage): Viewer | undefined;
  /** `undefined`: nobody who was given access. */
  of(incoming: IncomingMessage): Promise<Viewer | undefined>;
  /** Of whom `of` lets nobody in: whom a proxy we trust names, where nothing is granted to that name. */
  ungranted?(incoming: IncomingMessage): string | undefined;
  /** A cookie that goes out with the answer, where the asker's credential is due for another; call it after `of`. */
  renewal?(incoming: IncomingMessage): Promise<string | undefined>;
  /** Something was revoked: who is remembered is looked at again. */
  forget(): void;
};

/** Access mode `open`: whoever reaches this machine's own address is its operator. */
export const openToAll: Viewers = { atHand: () => operator, of: async () => operator, forget: () => {} };
