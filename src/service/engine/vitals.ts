import type { Instant } from "#campaign/campaign.ts";
import type { UpstreamProblem } from "../api.ts";
import type { UpstreamOutcome } from "../ports.ts";
import type { CampaignDesk } from "./campaign-desk.ts";

/** How a connection is doing, for whoever runs this: counts, instants and words of a closed list. */
export type Vitals = {
  connection: string;
  /** `idle`: nobody looks at a campaign of it, and nothing keeps it from being read. */
  state: "idle" | UpstreamOutcome;
  /** Campaigns somebody looks at. */
  campaigns: number;
  /** When the oldest of them was read. */
  readAt: Instant | undefined;
  /** When the first of them is, or was, due to be read again. */
  dueAt: Instant | undefined;
};

/** A campaign counts as looked at for this long, and until the next poll is due. */
const lookedAtMilliseconds = 60_000;

/**
 * `desks`: the campaigns of the connection; `shared`: what keeps all of them from being read. A campaign
 * that is not found says nothing of the connection: its id is what somebody typed. Of several problems the one that lasts longest counts.
 */
export function vitalsOf(connection: string, desks: readonly CampaignDesk[], shared: UpstreamProblem | undefined, now: Instant): Vitals {
  const looked = desks.filter((desk) => now - desk.lastViewedAt <= lookedAtMilliseconds + desk.readClock().intervalMilliseconds);
  const read = looked.flatMap((desk) => {
    const { readAt, intervalMilliseconds } = desk.readClock();
    return readAt === undefined ? [] : [{ readAt, dueAt: readAt + intervalMilliseconds }];
  });
  const problems = looked.flatMap((desk) => desk.trouble() ?? []).filter(({ code }) => code !== "not_found");
  const [problem] = problems.sort((a, b) => a.since - b.since);
  return {
    connection,
    state: problem?.code ?? shared?.code ?? (read.length > 0 ? "ok" : "idle"),
    campaigns: looked.length,
    readAt: least(read.map(({ readAt }) => readAt)),
    dueAt: least(read.map(({ dueAt }) => dueAt)),
  };
}

function least(instants: readonly Instant[]): Instant | undefined {
  return instants.length === 0 ? undefined : Math.min(...instants);
}
