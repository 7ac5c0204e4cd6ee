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
  const { host } = useEmbed();
  const { cause, next } = wordAccess(state, host);
  useEffect(() => tellHost({ type: "error", code: "not_signed_in", message: cause }), [cause]);
  useEffect(() => afterPause(host === "joined" ? againMilliseconds.joined : againMilliseconds.otherwise, tryAccessAgain), [host]);
  return (
    <EmbedNotice title={cause} next={next}>
      <Button size="small" onClick={tryAccessAgain}>
        Try again
      </Button>
    </EmbedNotice>
  );
}
