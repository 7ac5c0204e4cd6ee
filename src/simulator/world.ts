import type { Instant } from "#campaign/campaign.ts";
import type { SimulatedAccount, SimulatedWorld, Simulation } from "#providers/simulation.ts";
import { phoneNumber } from "./phone-numbers.ts";
import { playCampaign } from "./played-campaign.ts";

/** All campaigns of one platform. */
export type World = {
  /** In the order of the platform's part. */
  campaigns: readonly string[];
  at(now: Instant, account: SimulatedAccount): SimulatedWorld;
};

/** Lays out a platform's campaigns; `calls` is the size of one more, the big one. */
export function createWorld(
  simulation: Simulation,
  world: { seed: number; anchor: Instant; calls: number | undefined },
): World {
  const { campaigns } = simulation;
  const specs = world.calls === undefined ? campaigns : [...campaigns, simulation.bigCampaign(world.calls)];
  const played = new Map(specs.map((spec) => [spec.id, playCampaign(spec, world, (call) => simulation.writeRow(call, spec))]));
  return {
    campaigns: [...played.keys()],
    at: (now, account) => ({
      now,
      account,
      campaigns: () => [...played.values()].map((campaign) => campaign.at(now).campaign),
      campaign: (id) => played.get(id)?.at(now),
      numberOf: (campaign, contact) => phoneNumber(campaign.numbers, contact),
    }),
  };
}
