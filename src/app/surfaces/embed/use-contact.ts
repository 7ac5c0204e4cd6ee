import { useEffect, useMemo } from "react";
import type { CampaignAnswer } from "#service/api.ts";
import { useView } from "../../client/address.ts";
import { useEmbed } from "../../client/embed/embed-session.ts";
import { useViewer } from "../../client/viewer.ts";
import { withoutFilters } from "../../features/calls/calls-filter.ts";
import type { Contact } from "./contact-words.ts";

/**
 * Shows the calls of the contact that the host names, or the viewer's token, or, for those who
 * see whole numbers, the frame's address.
 */
export function useContact(answer: CampaignAnswer | undefined): Contact {
  const { contact: asked } = useEmbed();
  const viewer = useViewer();
  const [, setView] = useView();
  const hasNumbers = answer?.reports.numbers;
  const isForAddress = viewer?.numbers === "full";

  const own = viewer?.ownContact === true && (asked === undefined || !isForAddress);
  const refused = asked?.from === "address" && viewer !== undefined && !isForAddress && !own;
  const contact = viewer === undefined ? undefined : own ? "own" : refused ? undefined : asked?.number;
  const shown = hasNumbers === true ? contact : undefined;
  useEffect(() => {
    // Whose calls they are comes first: what was looked for before is let go.
    if (viewer !== undefined) setView(shown === undefined ? { contact: undefined } : { ...withoutFilters, contact: shown });
  }, [viewer, shown, setView]);

  const isUntold = hasNumbers === false && (asked !== undefined || own);
  return useMemo(() => ({ key: shown ?? (isUntold ? "untold" : undefined), refused: isUntold ? "no-numbers" : refused ? "address" : undefined }), [shown, isUntold, refused]);
}
