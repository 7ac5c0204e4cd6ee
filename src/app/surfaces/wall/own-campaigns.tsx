import { useMemo } from "react";
import { useViewer } from "../../client/viewer.ts";
import { WallBoundary } from "./wall-boundary.tsx";
import { WallCampaigns } from "./wall-campaigns.tsx";
import { Beat } from "./wall-frame.tsx";
import { WallNotice } from "./wall-notice.tsx";
import { mostCampaigns, type WallOptions } from "./wall-options.ts";

type OwnCampaignsProps = { options: WallOptions; onCalm: (isCalm: boolean) => void };

/** A wall whose address names no campaign: those that the display was approved for by their ids. */
export function OwnCampaigns({ options, onCalm }: OwnCampaignsProps) {
  const campaigns = useViewer()?.campaigns;
  const own = useMemo(() => ({ ...options, campaigns: campaigns?.slice(0, mostCampaigns) ?? [] }), [options, campaigns]);
  if (own.campaigns.length > 0) {
    return (
      <WallBoundary>
        <WallCampaigns options={own} onCalm={onCalm} />
        <Beat />
      </WallBoundary>
    );
  }
  return (
    <WallNotice title="Which campaign shall be shown here?" next="Write it into the address: /wall/{connection}/{campaign}, or several as /wall?campaigns=connection/campaign,connection/campaign.">
      <ul role="alert" className="mt-8 text-wall-part text-warn">
        {options.mistakes.map((mistake) => (
          <li key={mistake}>{mistake}</li>
        ))}
      </ul>
      <Beat />
    </WallNotice>
  );
}
