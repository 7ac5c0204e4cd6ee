import type { CallingHours } from "#campaign/calling-hours.ts";
import type { Dates } from "#campaign/calling-windows.ts";
import type { Instant } from "#campaign/campaign.ts";
import type { Outlook } from "#campaign/eta/outlook.ts";
import type { Observation } from "#campaign/history/observation.ts";
import type { Sentence } from "#campaign/sentence.ts";
import type { UpstreamProblem } from "./api-problem.ts";

/** When a campaign may dial, as it was last read; `hours` are absent where they cannot be placed in time. */
export type Schedule = { hours: CallingHours | undefined; dates: Dates };

/** What an engine found when it read a campaign, or tried to: for whoever keeps its history. Plain data, to cross threads. */
export type Seen =
  | {
      kind: "read";
      /** As the platform calls it: for whoever is told of it, and not kept. */
      name: string;
      observation: Observation;
      sentence: Sentence;
      schedule: Schedule;
      /** What an estimate of the end needs. Told once a minute at most: it costs a look at every contact. */
      outlook?: Outlook | undefined;
      /** The polling interval in force: who is not heard of for longer was not read. */
      intervalMilliseconds: number;
    }
  | { kind: "unread"; at: Instant; code: UpstreamProblem["code"] };

export type Sighting = { connection: string; campaign: string; seen: Seen };
