import type { Instant } from "#campaign/campaign.ts";
import type { CampaignSpec, SimulatedAccount, SimulatedWorld, Simulation } from "#providers/simulation.ts";
import { phoneNumber } from "./phone-numbers.ts";
import { type PlayedCampaign, playCampaign } from "./played-campaign.ts";

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
  const all = world.calls === undefined ? campaigns : [...campaigns, simulation.bigCampaign(world.calls)];
  const specs = new Map(all.map((spec) => [spec.id, spec]));
  const played = new Map<string, PlayedCampaign<string>>();

  /** Laying a campaign out takes milliseconds, so it waits until somebody looks. */
  function play(spec: CampaignSpec): PlayedCampaign<string> {
    const known = played.get(spec.id);
    if (known !== undefined) return known;
    const campaign = playCampaign(spec, world, (call) => simulation.writeRow(call, spec));
    played.set(spec.id, campaign);
    return campaign;
  }

  return {
    campaigns: [...specs.keys()],
    at: (now, account) => ({
      now,
      account,
      campaigns: () => [...specs.values()].map((spec) => play(spec).at(now).campaign),
      campaign: (id) => {
        const spec = specs.get(id);
        return spec && play(spec).at(now);
      },
      numberOf: (campaign, contact) => phoneNumber(campaign.numbers, contact),
    }),
  };
}
