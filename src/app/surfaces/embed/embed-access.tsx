import { useEffect } from "react";
import type { AccessState } from "../../client/access.ts";
import { afterPause } from "../../client/after-pause.ts";
import { tellHost, tryAccessAgain, useEmbed } from "../../client/embed/embed-session.ts";
import { Button } from "../../ui/button.tsx";
import { wordAccess } from "./access-words.ts";
import { EmbedNotice } from "./embed-notice.tsx";

/** Who gives access may have it back by then, with nobody there to press anything: a host sooner than nobody. */
const againMilliseconds = { joined: 30_000, otherwise: 120_000 };

/** In place of the campaign: the viewer may not look (any more). */
export function EmbedAccess({ state }: { state: Exclude<AccessState, "open"> }) {
  const embed = useEmbed();
  const { host } = embed;
  const { cause, next } = wordAccess(state, embed);
  // Only another handoff changes anything there.
  const isFinal = host === "signed";
  useEffect(() => tellHost({ type: "error", code: "not_signed_in", message: cause }), [cause]);
  useEffect(() => (isFinal ? undefined : afterPause(host === "joined" ? againMilliseconds.joined : againMilliseconds.otherwise, tryAccessAgain)), [host, isFinal]);
  return (
    <EmbedNotice title={cause} next={next}>
      {!isFinal && (
        <Button size="small" onClick={tryAccessAgain}>
          Try again
        </Button>
      )}
    </EmbedNotice>
  );
}
