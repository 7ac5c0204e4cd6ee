import type { ReactNode } from "react";
import type { Instant } from "#campaign/campaign.ts";
import type { CampaignAnswer } from "#service/api.ts";
import { useFailureJump } from "../../client/failure-jump.ts";
import { formatClock } from "../../ui/format.ts";
import { formatShare } from "../../ui/format-share.ts";

type FailureJumpProps = { campaign: string; answer: CampaignAnswer; now: Instant; zone: string; otherwise?: ReactNode };

/** That more calls fail than before, of late; else what is given. */
export function FailureJump({ campaign, answer, now, zone, otherwise }: FailureJumpProps): ReactNode {
  const jump = useFailureJump(campaign, answer, now);
  if (jump === undefined) return otherwise;
  return ` Failure rate jumped from ${formatShare(jump.from)} to ${formatShare(jump.to)} at ${formatClock(jump.at, zone)}.`;
}
