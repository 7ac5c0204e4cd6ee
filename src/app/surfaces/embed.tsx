import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useAccess } from "../client/access.ts";
import { useEmbed } from "../client/embed/embed-session.ts";
import { campaignQuery } from "../client/queries.ts";
import { EmbedAccess } from "./embed/embed-access.tsx";
import { EmbeddedCampaign } from "./embed/embedded-campaign.tsx";
import { EmbedFrame } from "./embed/embed-frame.tsx";

type EmbedProps = { connection: string; campaign: string };

/** One campaign inside a page of others: in a frame of any width from 300 px, without cookies or storage. */
export function EmbedSurface({ connection, campaign }: EmbedProps) {
  const access = useAccess();
  const { token } = useEmbed();
  // What is asked first is asked before anything is drawn.
  useQuery({ ...campaignQuery(connection, campaign), enabled: access === "open" });
  useEffect(() => {
    document.title = "Callboard";
  }, []);
  return (
    <EmbedFrame>
      {access === "open" && token !== "denied" ? <EmbeddedCampaign connection={connection} campaign={campaign} /> : <EmbedAccess state={access === "open" ? "absent" : access} />}
    </EmbedFrame>
  );
}
