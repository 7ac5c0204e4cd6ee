import { useSyncExternalStore } from "react";
import { createAlertSetting } from "./alert-setting.ts";

const key = "callboard.alerts";

const setting = createAlertSetting({
  read: () => window.localStorage.getItem(key),
  write: (text) => window.localStorage.setItem(key, text),
});
window.addEventListener("storage", (event) => {
  if (event.key === key) setting.reread();
});

/** Whether this browser is to be alerted, and how to change that. */
export function useAlertSetting(): [boolean, (on: boolean) => void] {
  return [useSyncExternalStore(setting.subscribe, setting.isOn), setting.set];
}
