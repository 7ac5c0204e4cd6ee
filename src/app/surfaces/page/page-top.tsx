import { lazy, memo, Suspense } from "react";
import type { Instant } from "#campaign/campaign.ts";
import { useView } from "../../client/address.ts";
import type { Freshness } from "../../client/freshness.ts";
import { Live } from "../../features/header/live.tsx";
import { TopBar } from "../../features/header/top-bar.tsx";
import { shownZone } from "../../ui/zone.ts";

const menus = import("./top-menus.tsx");
const TopMenus = lazy(async () => ({ default: (await menus).TopMenus }));

type PageTopProps = {
  connection: string;
  campaign: string;
  freshness: Freshness;
  retryAt: Instant | undefined;
  providerName: string;
  campaignName: string | undefined;
  campaignZone: string | undefined;
  onRefresh: () => void;
};

/** The top bar of a campaign. */
export const PageTop = memo(function PageTop({ campaignName, campaignZone, ...live }: PageTopProps) {
  const [view, setView] = useView();
  return (
    <TopBar campaignName={campaignName}>
      <Live {...live} zone={shownZone(view.zone, campaignZone)} />
      <Suspense fallback={<span className="w-[264px] max-tablet:w-[150px] max-phone:w-8" />}>
        <TopMenus connection={live.connection} campaign={live.campaign} view={view} onView={setView} campaignZone={campaignZone} />
      </Suspense>
    </TopBar>
  );
});
