import type { Instant } from "#campaign/campaign.ts";
import { useView } from "../../client/address.ts";
import { useNow } from "../../client/clock.ts";
import type { Freshness } from "../../client/freshness.ts";
import { LiveIndicator } from "../../features/header/live-indicator.tsx";
import { PageMenus } from "../../features/header/page-menus.tsx";
import { TopBar } from "../../features/header/top-bar.tsx";
import { shownZone } from "../../ui/zone.ts";

type PageTopProps = {
  freshness: Freshness;
  retryAt: Instant | undefined;
  providerName: string;
  campaignName: string | undefined;
  campaignZone: string | undefined;
  onRefresh: () => void;
};

/** The top bar of a campaign; the only part of the page that is drawn every second. */
export function PageTop({ campaignName, campaignZone, ...live }: PageTopProps) {
  const [view, setView] = useView();
  const now = useNow(1_000);
  return (
    <TopBar campaignName={campaignName}>
      <LiveIndicator {...live} now={now} zone={shownZone(view.zone, campaignZone)} />
      <PageMenus view={view} onView={setView} campaignZone={campaignZone} now={now} />
    </TopBar>
  );
}
