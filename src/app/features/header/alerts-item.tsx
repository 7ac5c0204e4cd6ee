import { useState } from "react";
import { useAlertSetting } from "../../client/use-alert-setting.ts";
import { askToNotify, notificationState } from "../../client/notifications.ts";
import { MenuGroup, MenuItem } from "../../ui/menu.tsx";

const hints = {
  granted: "Notifications, and a sign in this tab’s title",
  unasked: "Notifications were not allowed: only this tab’s title tells",
  denied: "This browser blocks notifications: only this tab’s title tells",
  absent: "No notifications at this address: only this tab’s title tells",
};

/** Opts in to alerts; the browser is asked for permission on this press and at no other time. */
export function AlertItems() {
  const [on, setOn] = useAlertSetting();
  const [state, setState] = useState(notificationState);
  const change = () => {
    setOn(!on);
    if (!on) void askToNotify().then(setState);
  };
  return (
    <MenuGroup label="While nobody looks">
      <MenuItem checked={on} keepOpen onSelect={change}>
        <span>
          Alert me
          <span className="block max-w-60 text-note text-ink-3" aria-live="polite">
            {on ? hints[state] : "If it stalls, fails, cannot be read or is finished"}
          </span>
        </span>
      </MenuItem>
    </MenuGroup>
  );
}
