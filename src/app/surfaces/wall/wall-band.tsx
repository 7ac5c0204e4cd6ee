import type { Instant } from "#campaign/campaign.ts";
import { momentGone } from "../../features/header/moment-words.ts";
import { formatAge, formatClock } from "../../ui/format.ts";
import { NotLiveBand } from "./not-live-band.tsx";

type WallBandProps = { readAt: Instant; now: Instant; zone: string; cause: string | undefined };

/** NOT LIVE, legible from the door: when the data is from, how old it is, what time it is now. */
export function WallBand({ readAt, now, zone, cause }: WallBandProps) {
  return (
    <NotLiveBand label="State of the data">
      <p role="status">
        <b className="font-[750]">NOT LIVE</b> — last data {momentGone(readAt, now, zone)}, <span className="whitespace-nowrap">{formatAge(now - readAt)} ago</span>
      </p>
      <p className="whitespace-nowrap">Now {formatClock(now, zone)}</p>
      {cause !== undefined && <p className="basis-full text-wall-part tracking-normal">{cause}. This display goes on by itself as soon as it can.</p>}
    </NotLiveBand>
  );
}
