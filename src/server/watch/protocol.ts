import type { Sighting } from "#service/sighting.ts";
import type { CampaignKey } from "../store/observations.ts";

export type ToWatch =
  | { kind: "saw"; sighting: Sighting }
  /** What is the history of this campaign? */
  | { kind: "ask"; id: number; key: CampaignKey }
  /** Which campaigns of it were active when they were last read? */
  | { kind: "active"; id: number; connection: string }
  /** Another host went on with this connection meanwhile. */
  | { kind: "forget"; connection: string }
  /** Nothing more comes: it ends after what it holds. */
  | { kind: "close" };

export type FromWatch =
  /** What was asked for, as JSON: a `HistoryAnswer`, or a list of ids; `undefined`: what was kept cannot be read now. */
  | { kind: "answer"; id: number; body: string | undefined }
  /** Sightings that were kept, and those that could not be, since the last message. */
  | { kind: "counted"; kept: number; lost: number }
  /** A message to a webhook was tried. */
  | { kind: "tried"; outcome: "sent" | "failed" | "given_up" }
  /** Once when keeping begins to fail, and once when it goes on: `undefined`. */
  | { kind: "state"; failure: string | undefined };
