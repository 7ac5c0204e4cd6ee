import { useCallback, useEffect, useMemo, useRef } from "react";
import { access as ownAccess, type AccessState } from "../client/access.ts";
import { keepAwake } from "../client/keep-awake.ts";
import { renewBySelf } from "../client/self-renewal.ts";
import { OwnCampaigns } from "./wall/own-campaigns.tsx";
import { WallBoundary } from "./wall/wall-boundary.tsx";
import { WallCampaigns } from "./wall/wall-campaigns.tsx";
import { Beat, WallFrame } from "./wall/wall-frame.tsx";
import { WallPairing } from "./wall/wall-pairing.tsx";
import { wallOptions } from "./wall/wall-options.ts";

type WallSurfaceProps = { path: string; query: string; access: AccessState };

/** A display that nobody touches: everything is in its address, and it comes back from anything by itself. */
export function WallSurface({ path, query, access }: WallSurfaceProps) {
  const options = useMemo(() => wallOptions(path, query), [path, query]);
  const isCalm = useRef(false);
  const onCalm = useCallback((calm: boolean) => {
    isCalm.current = calm;
  }, []);
  useEffect(() => ownAccess.bearStops(), []);
  useEffect(() => keepAwake(window), []);
  useEffect(() => renewBySelf(() => isCalm.current), []);
  return (
    <WallFrame shift={options.shift}>
      {access !== "open" ? (
        <WallPairing state={access} onCalm={onCalm} />
      ) : options.campaigns.length === 0 ? (
        <OwnCampaigns options={options} onCalm={onCalm} />
      ) : (
        <WallBoundary>
          <WallCampaigns options={options} onCalm={onCalm} />
          <Beat />
        </WallBoundary>
      )}
    </WallFrame>
  );
}
