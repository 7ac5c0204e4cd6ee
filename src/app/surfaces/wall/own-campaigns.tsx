import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import type { Problem } from "#service/api.ts";
import { connectionsQuery } from "../../client/queries.ts";
import { recheckByItself } from "../../client/session.ts";
import { WallBoundary } from "./wall-boundary.tsx";
import { WallCampaigns } from "./wall-campaigns.tsx";
import { Beat } from "./wall-frame.tsx";
import { WallNotice } from "./wall-notice.tsx";
import { mostCampaigns, type WallOptions } from "./wall-options.ts";

type OwnCampaignsProps = { options: WallOptions; onCalm: (isCalm: boolean) => void };

/** A wall whose address names no campaign: those that the display was approved for by their ids. */
export function OwnCampaigns({ options, onCalm }: OwnCampaignsProps) {
  const { data, error } = useQuery(connectionsQuery());
  const campaigns = data?.viewer.campaigns;
  const own = useMemo(() => ({ ...options, campaigns: campaigns?.slice(0, mostCampaigns) ?? [] }), [options, campaigns]);
  if (own.campaigns.length > 0) {
    return (
      <WallBoundary>
        <WallCampaigns options={own} onCalm={onCalm} />
        <Beat />
      </WallBoundary>
    );
  }
  if (error?.problem.code === "not_granted") return <Ungranted problem={error.problem} />;
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

/** Who the display was signed in as may see nothing; it looks again by itself whether that changed. */
function Ungranted({ problem: { title, detail } }: { problem: Problem }) {
  useEffect(recheckByItself, []);
  return (
    <WallNotice title={title} next={`${detail} This display then goes on by itself.`}>
      <Beat />
    </WallNotice>
  );
}
