/** Whether the browser shows notifications: `unasked` until somebody was asked, `absent` where it has none or not for this address. */
export type NotificationState = "granted" | "denied" | "unasked" | "absent";

export function notificationState(): NotificationState {
  if (!("Notification" in window) || !window.isSecureContext) return "absent";
  const { permission } = Notification;
  return permission === "default" ? "unasked" : permission;
}

/** Asks for permission, where nobody was asked. Only to be called on a press of a button. */
export async function askToNotify(): Promise<NotificationState> {
  if (notificationState() !== "unasked") return notificationState();
  try {
    await Notification.requestPermission();
  } catch {
    // Refused by a policy of the page around.
  }
  return notificationState();
}

export type Notice = {
  title: string;
  body: string;
  /** One notification is shown for a tag, whichever tab shows it. */
  tag: string;
  /** Pressing it comes to this tab first. */
  onPress: () => void;
};

/** Shows a notification where that is allowed. */
export function notify({ title, body, tag, onPress }: Notice): void {
  if (notificationState() !== "granted") return;
  try {
    const shown = new Notification(title, { body, tag });
    shown.addEventListener("click", () => {
      window.focus();
      shown.close();
      onPress();
    });
  } catch {
    // Phones show notifications of a service worker only.
  }
}
