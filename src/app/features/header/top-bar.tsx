import { memo, type ReactNode } from "react";
import { BrandMark } from "../../ui/brand-mark.tsx";
import { Icon } from "../../ui/icon.tsx";
import { RouteLink } from "./route-link.tsx";

/** The bar that stays: the way home, which campaign this is, and on the right what the surface gives it. */
export function TopBar({ campaignName, children }: { campaignName?: string | undefined; children?: ReactNode }) {
  return (
    <header data-print="hide" className="sticky top-0 z-10 border-b border-line bg-canvas">
      <div className="wrap flex h-(--bar) items-center">
        <Where campaignName={campaignName} />
        <div className="ml-auto flex flex-none items-center gap-2 max-phone:gap-0">{children}</div>
      </div>
    </header>
  );
}

/** The way home, and to another campaign. */
const Where = memo(function Where({ campaignName }: { campaignName: string | undefined }) {
  return (
    <>
      <RouteLink
        route={{ kind: "home" }}
        aria-label="Callboard, all campaigns"
        className="flex items-center gap-[9px] rounded-1 text-title tracking-[-0.01em] no-underline max-phone:h-11 max-phone:min-w-8"
      >
        <BrandMark />
        <span className={campaignName === undefined ? "" : "max-tablet:hidden"}>Callboard</span>
      </RouteLink>
      {campaignName !== undefined && (
        <>
          <span aria-hidden="true" className="mr-3 ml-4 h-[18px] w-px rotate-[18deg] bg-line-strong max-tablet:hidden" />
          <RouteLink
            route={{ kind: "home" }}
            title="Choose another campaign"
            className="flex h-8 min-w-0 items-center gap-1.5 rounded-2 px-2 text-ink-2 no-underline hover:bg-hover max-phone:h-11 max-phone:font-medium max-phone:text-ink"
          >
            <span className="truncate">{campaignName}</span>
            <Icon name="updown" className="text-ink-3" />
          </RouteLink>
        </>
      )}
    </>
  );
});
