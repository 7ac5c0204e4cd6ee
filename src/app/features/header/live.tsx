import type { ComponentProps } from "react";
import { useNow } from "../../client/clock.ts";
import { useRefreshing } from "../../client/freshness.ts";
import { LiveIndicator } from "./live-indicator.tsx";

type LiveProps = Omit<ComponentProps<typeof LiveIndicator>, "now" | "refreshing"> & { connection: string; campaign: string };

/** The only part of a surface that is drawn every second, and whenever the service is asked. */
export function Live({ connection, campaign, ...props }: LiveProps) {
  return <LiveIndicator {...props} refreshing={useRefreshing(connection, campaign)} now={useNow(1_000)} />;
}
