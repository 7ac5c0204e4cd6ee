/** What one tab says to the others of a campaign's alerts: they were told, or somebody has seen them. */
export type Told = { campaign: string; keys: string[] };

export type ToldChannel = { tell(told: Told): void; close(): void };

function isTold(data: unknown): data is Told {
  return typeof data === "object" && data !== null && "campaign" in data && typeof data.campaign === "string" && "keys" in data && Array.isArray(data.keys);
}

/** Joins the tabs of this browser that watch for alerts; alone where the browser has no such channel. */
export function joinTabs(onTold: (told: Told) => void): ToldChannel {
  let channel: BroadcastChannel;
  try {
    channel = new BroadcastChannel("callboard.alerts");
  } catch {
    return { tell: () => {}, close: () => {} };
  }
  channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (isTold(data)) onTold({ campaign: data.campaign, keys: data.keys.map(String) });
  });
  return { tell: (told) => channel.postMessage(told), close: () => channel.close() };
}
