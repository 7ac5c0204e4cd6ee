import type { ReactNode } from "react";
import type { Instant } from "#campaign/campaign.ts";
import type { CampaignAnswer } from "#service/api.ts";
import { useFailureJump } from "../../client/failure-jump.ts";
import { formatClock } from "../../ui/format.ts";
import { formatShare } from "../../ui/format-share.ts";
import { wordCause } from "./cause-words.ts";
import { momentGone } from "./moment-words.ts";
import { wordPast } from "./past-words.ts";

export type CausesProps = { campaign: string; answer: CampaignAnswer; now: Instant; zone: string };

/** Why it does what it does, and what changed of late. Given `otherwise`, one of them at most, and that without any. */
export function Causes({ campaign, answer, now, zone, otherwise }: CausesProps & { otherwise?: ReactNode }): ReactNode {
  const jump = useFailureJump(campaign, answer, now);
  const jumped = jump && `Failure rate jumped from ${formatShare(jump.from)} to ${formatShare(jump.to)} at ${formatClock(jump.at, zone)}`;
  const cause = wordCause(answer.sentence, { now, zone, brief: Boolean(otherwise) });
  // That every line is in use can wait; that nothing is dialled cannot.
  const told = (answer.sentence.kind === "calling" ? [jumped, cause] : [cause, jumped]).filter((words) => words !== undefined);
  const [most] = told;
  if (!otherwise) return told.map((words) => ` ${words}.`).join("");
  return most === undefined ? otherwise : ` ${most}.`;
}

/** Of old data, what it was doing. */
export function Past({ answer, now, zone, pastSince }: CausesProps & { pastSince: Instant }): ReactNode {
  return (
    <>
      <b className="font-figure text-ink">
        At {momentGone(pastSince, now, zone)} it was {wordPast(answer.sentence)}.
      </b>{" "}
      What it does now is not known.
    </>
  );
}
