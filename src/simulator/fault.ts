import { z } from "zod";
import { type DataFault, dataFaults } from "#providers/simulation.ts";

/** Faults of the answer as a whole, of its body's data, and of the socket below it. */
export const faults = [
  /** `status`, with the documented body where there is one; `retryAfter` goes out as it is. */
  "status",
  /** A proxy's own 502 page. */
  "html-502",
  /** A 302 to somewhere else. */
  "redirect",
  /** Answers only after `milliseconds`. */
  "slow",
  /** Sends nothing for `milliseconds`, then ends in an error. */
  "stall-headers",
  /** Sends headers and half the body, then nothing for `milliseconds`, then breaks off. */
  "stall-body",
  /** A good answer cut in the middle; HTTP says that it is whole. */
  "truncate",
  "not-json",
  /** The answer of `milliseconds` ago. */
  "old-answer",
  ...dataFaults,
  "socket-destroy",
  "socket-half-close",
  "socket-broken-gzip",
] as const;

/** Body of `POST /_faults`: a fault holds until it was played `times` times, or all are cleared. */
export const Fault = z.strictObject({
  fault: z.enum(faults),
  /** Only of this platform, by its provider's id. */
  provider: z.string().optional(),
  /** Only for this campaign; otherwise for every request, the list's too. */
  campaign: z.string().optional(),
  times: z.int().positive().optional(),
  status: z.int().min(400).max(599).default(500),
  retryAfter: z.string().optional(),
  milliseconds: z.int().nonnegative().default(60_000),
  count: z.int().positive().default(1),
});
export type Fault = z.infer<typeof Fault>;

const inData: ReadonlySet<string> = new Set(dataFaults);

/** Whether a fault is one of the body's data, which the platform's part plays. */
export function isDataFault(fault: { fault: string; count: number }): fault is DataFault {
  return inData.has(fault.fault);
}

/** What a request is for. */
export type Target = { provider: string; campaign: string | undefined };

/** The faults in force; the one switched on last comes first. */
export type FaultBoard = {
  add(fault: Fault): void;
  clear(): void;
  /** The fault for a request, which uses up one of its times. */
  take(target: Target): Fault | undefined;
};

export function createFaultBoard(): FaultBoard {
  let board: { fault: Fault; left: number }[] = [];
  return {
    add(fault) {
      board.unshift({ fault, left: fault.times ?? Infinity });
    },
    clear() {
      board = [];
    },
    take({ provider, campaign }) {
      const entry = board.find(
        ({ fault }) => (fault.provider ?? provider) === provider && (fault.campaign === undefined || fault.campaign === campaign),
      );
      if (entry === undefined) return undefined;
      entry.left -= 1;
      board = board.filter(({ left }) => left > 0);
      return entry.fault;
    },
  };
}
