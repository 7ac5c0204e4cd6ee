/** What is used of the browser, so that a test can be one that denies it. */
export type SettingStore = { read(): string | null; write(text: string): void };

export type AlertSetting = {
  isOn(): boolean;
  set(on: boolean): void;
  subscribe(listener: () => void): () => void;
  /** Another tab may have set it. */
  reread(): void;
};

/** Whether this browser is to be alerted; off until somebody asks for it. Where storage is denied it holds for this tab. */
export function createAlertSetting(store: SettingStore): AlertSetting {
  const listeners = new Set<() => void>();
  let on = read(false);

  function read(otherwise: boolean): boolean {
    try {
      return store.read() === "on";
    } catch {
      return otherwise;
    }
  }
  function become(next: boolean): void {
    if (next === on) return;
    on = next;
    for (const listener of listeners) listener();
  }
  return {
    isOn: () => on,
    set(next) {
      become(next);
      try {
        store.write(next ? "on" : "off");
      } catch {
        // Denied or full.
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    reread: () => become(read(on)),
  };
}
