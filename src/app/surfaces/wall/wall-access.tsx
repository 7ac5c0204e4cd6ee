import { useEffect } from "react";
import type { AccessState } from "../../client/access.ts";
import { recheckByItself } from "../../client/session.ts";
import { Beat } from "./wall-frame.tsx";
import { WallNotice } from "./wall-notice.tsx";

type WallAccessProps = { state: Exclude<AccessState, "open">; onCalm: (isCalm: boolean) => void };

export const accessWords = {
  absent: { title: "This display was not let in yet", next: "Whoever runs Callboard can give it access." },
  ended: { title: "This display’s access is over", next: "What it showed was taken off the screen. Whoever runs Callboard can give it access again." },
  stopped: { title: "The way to Callboard is closed to this display", next: "Whoever signs people in before they reach Callboard no longer lets this display through." },
  left: { title: "This display was signed out", next: "Whoever runs Callboard can give it access again." },
} as const;

/** In place of the campaigns: nothing of them is shown to a display that may not read them, and it looks again by itself. */
export function WallAccess({ state, onCalm }: WallAccessProps) {
  useEffect(recheckByItself, []);
  useEffect(() => onCalm(true), [onCalm]);
  const { title, next } = accessWords[state];
  return (
    <>
      <WallNotice title={title} next={`${next} It then goes on by itself.`} />
      <Beat />
    </>
  );
}
