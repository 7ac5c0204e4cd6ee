import type { Instant } from "#campaign/campaign.ts";
import type { Freshness } from "../../client/freshness.ts";

/** How much of the way to the next reading is gone, 0–1. */
function shareElapsed({ readAt, nextPollAt }: Freshness, now: Instant): number {
  if (readAt === undefined || nextPollAt === undefined || nextPollAt <= readAt) return 0;
  return Math.min(1, Math.max(0, (now - readAt) / (nextPollAt - readAt)));
}

const circumference = 2 * Math.PI * 6;

/** A ring that fills until the next reading; its dot says that something was read. */
export function LiveRing({ className, freshness, now }: { className: string; freshness: Freshness; now: Instant }) {
  const share = shareElapsed(freshness, now);
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" className={`flex-none wall:size-7 ${className}`}>
      <circle cx="8" cy="8" r="6" fill="none" stroke="var(--line-strong)" strokeWidth="1.6" />
      <circle
        cx="8"
        cy="8"
        r="6"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeDasharray={`${(share * circumference).toFixed(2)} ${(circumference + 1).toFixed(2)}`}
        transform="rotate(-90 8 8)"
        visibility={share > 0 ? "visible" : "hidden"}
      />
      {freshness.state !== "loading" && <circle cx="8" cy="8" r="2.4" fill="currentColor" />}
    </svg>
  );
}
