import { memo, useState } from "react";
import type { View } from "../../client/address.ts";
import { useNow } from "../../client/clock.ts";
import { copyText } from "../../client/copy-text.ts";
import { useViewer } from "../../client/viewer.ts";
import { Button } from "../../ui/button.tsx";
import { zoneName } from "../../ui/format.ts";
import { Menu, MenuGroup, MenuItem } from "../../ui/menu.tsx";
import { cityOf, ownZone, shownZone } from "../../ui/zone.ts";
import { AlertItems } from "./alerts-item.tsx";
import { SignOutItem } from "./sign-out.tsx";

type PageMenusProps = {
  view: View;
  onView: (patch: Partial<View>) => void;
  /** The campaign's own zone, where it is known. */
  campaignZone: string | undefined;
};

/** Time zone, theme and alerts; sharing. On a phone both are behind one button. */
export const PageMenus = memo(function PageMenus(props: PageMenusProps) {
  const now = useNow(60_000);
  const zone = shownZone(props.view.zone, props.campaignZone);
  return (
    <>
      <Menu
        label="Times, theme and alerts"
        align="end"
        trigger={(trigger) => (
          <Button kind="ghost" icon="theme" after="down" className="max-phone:hidden" {...trigger}>
            <span className="max-tablet:sr-only">{zone === "UTC" ? "UTC" : `${cityOf(zone)} · ${zoneName(now, zone)}`}</span>
          </Button>
        )}
      >
        <DisplayItems {...props} />
        <AlertItems />
        <ViewerItems />
      </Menu>
      <Menu
        label="Share"
        align="end"
        trigger={(trigger) => (
          <Button icon="share" after="down" className="max-phone:hidden" {...trigger}>
            Share
          </Button>
        )}
      >
        <ShareItems />
      </Menu>
      <Menu
        label="More"
        align="end"
        trigger={(trigger) => (
          <span className="hidden max-phone:-mr-3 max-phone:block">
            <Button kind="ghost" icon="more" aria-label="More" className="h-11 w-11 justify-center" {...trigger} />
          </span>
        )}
      >
        <DisplayItems {...props} />
        <ShareItems />
        <AlertItems />
        <ViewerItems />
      </Menu>
    </>
  );
});

function DisplayItems({ view, onView, campaignZone }: PageMenusProps) {
  const zones = [
    { choice: "campaign", label: campaignZone === undefined ? "UTC (campaign’s zone is not known)" : `${cityOf(campaignZone)} (campaign)` },
    { choice: "mine", label: `${cityOf(ownZone())} (this device)` },
    { choice: "utc", label: "UTC" },
  ] as const;
  const themes = [
    { choice: "system", label: "System theme" },
    { choice: "light", label: "Light" },
    { choice: "dark", label: "Dark" },
  ] as const;
  return (
    <>
      <MenuGroup label="Times shown in">
        {zones.map(({ choice, label }) => (
          <MenuItem key={choice} single checked={view.zone === choice} onSelect={() => onView({ zone: choice })}>
            {label}
          </MenuItem>
        ))}
      </MenuGroup>
      <MenuGroup label="Theme">
        {themes.map(({ choice, label }) => (
          <MenuItem key={choice} single checked={view.theme === choice} onSelect={() => onView({ theme: choice })}>
            {label}
          </MenuItem>
        ))}
      </MenuGroup>
    </>
  );
}

/** Only for who has a session in this browser: there is nothing else to end. */
function ViewerItems() {
  const viewer = useViewer();
  if (viewer?.signedIn !== true) return null;
  return (
    <MenuGroup label={`Signed in as ${viewer.label}`}>
      <SignOutItem />
    </MenuGroup>
  );
}

const copyWords = { idle: "Copy link", copied: "Link copied", refused: "Not allowed here: copy the address" } as const;

function ShareItems() {
  const [state, setState] = useState<keyof typeof copyWords>("idle");
  const copy = () => void copyText(document.URL).then((copied) => setState(copied ? "copied" : "refused"));
  return (
    <MenuGroup label="Share">
      <MenuItem icon={state === "copied" ? "check" : "link"} keepOpen onSelect={copy}>
        <span aria-live="polite">{copyWords[state]}</span>
      </MenuItem>
      <MenuItem icon="file" onSelect={() => window.print()}>
        Print
      </MenuItem>
    </MenuGroup>
  );
}
