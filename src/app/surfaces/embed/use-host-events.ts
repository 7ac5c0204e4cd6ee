import { useEffect } from "react";
import { tellHost } from "../../client/embed/embed-session.ts";
import type { useCampaign } from "../page/use-campaign.ts";
import { wordTrouble } from "../page/trouble-words.ts";

/** Tells the host when the campaign is there, when its status or its freshness changes, and what is wrong. */
export function useHostEvents({ answer, freshness, trouble, names }: ReturnType<typeof useCampaign>): void {
  const isReady = answer !== undefined;
  const status = answer?.campaign.status.kind;
  const { state } = freshness;
  const code = trouble?.code;
  const message = trouble && wordTrouble(trouble, names).cause;
  useEffect(() => {
    if (isReady) tellHost({ type: "ready" });
  }, [isReady]);
  useEffect(() => {
    if (status !== undefined) tellHost({ type: "status", status, freshness: state });
  }, [status, state]);
  useEffect(() => {
    if (code !== undefined && message !== undefined) tellHost({ type: "error", code, message });
  }, [code, message]);
}
