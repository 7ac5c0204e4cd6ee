import { useEffect, useState } from "react";
import type { AccessState } from "../../client/access.ts";
import { pairDisplay, type Pairing } from "../../client/pairing.ts";
import { recheckByItself } from "../../client/session.ts";
import { accessWords, WallAccess } from "./wall-access.tsx";
import { Beat } from "./wall-frame.tsx";
import { WallNotice } from "./wall-notice.tsx";

type WallPairingProps = { state: Exclude<AccessState, "open">; onCalm: (isCalm: boolean) => void };

/** In place of the campaigns, on a display that was not let in: a code, for somebody else to approve. */
export function WallPairing({ state, onCalm }: WallPairingProps) {
  const [pairing, setPairing] = useState<Pairing>({ kind: "none" });
  // Where a proxy in front stops the display, no question of its reaches Callboard.
  const canAsk = state !== "stopped";
  useEffect(() => (canAsk ? pairDisplay(setPairing) : undefined), [canAsk]);
  if (!canAsk || pairing.kind === "none") return <WallAccess state={state} onCalm={onCalm} />;
  if (pairing.kind === "unkept") return <Unkept />;
  return <Code code={pairing.code} title={accessWords[state].title} onCalm={onCalm} />;
}

function Code({ code, title, onCalm }: { code: string; title: string; onCalm: (isCalm: boolean) => void }) {
  useEffect(recheckByItself, []);
  useEffect(() => onCalm(true), [onCalm]);
  return (
    <>
      <WallNotice title={title} next="Whoever manages displays opens Displays in Callboard and enters this code. It then goes on by itself.">
        <p className="mt-10 text-[8rem] leading-none font-h1 whitespace-nowrap tabular-nums">
          {code}
        </p>
        <p className="mt-8 text-wall-part text-ink-2 [overflow-wrap:anywhere]">An operator writes: npm run display -- approve {code} --name … --campaigns …</p>
      </WallNotice>
      <Beat />
    </>
  );
}

function Unkept() {
  return (
    <>
      <WallNotice title="This browser does not keep its access" next="The display was approved, but its browser refused the cookie it is known by. Open Callboard by its https:// address, and let this browser keep cookies." />
      <Beat />
    </>
  );
}
