import { campaignBody } from "#service/testing/campaign-body.ts";
import { json, startUpstream } from "#service/testing/upstream.ts";
import { acme, type Host } from "./fixtures.ts";

/** Mondays and Tuesdays in New York, when it is 04:00 behind UTC. */
const days = ["2026-10-05", "2026-10-06"];
const hours = [13, 14, 15];

type Launch = (configuration: ReturnType<typeof acme>["configuration"], env: Record<string, string>) => Promise<Host>;

/** A host that shows a campaign with enough calls in the hours from 09:00 to 12:00 of two weekdays, whatever day it is: its heat map is drawn. */
export async function showHeat(launch: Launch): Promise<{ url: string; close: () => Promise<void> }> {
  const platform = await startUpstream(json(200, heatBody()));
  const { configuration, env } = acme(platform.baseUrl, "talq_test");
  const host = await launch(configuration, env);
  return { url: `${host.url}c/acme/c1`, close: platform.close };
}

function heatBody() {
  const calls = days.flatMap((day) =>
    hours.flatMap((hour) =>
      Array.from({ length: 20 }, (_, index) => {
        const place = `${day}-${hour}-${index}`;
        const number = days.indexOf(day) * 1_000 + hour * 20 + index;
        const minutes = String(index * 2).padStart(2, "0");
        return { id: place, to: `+1415555${String(number).padStart(4, "0")}`, status: index % 4 === 0 ? "failed" : "completed", retries: 0, created_at: `${day}T${hour}:${minutes}:00Z` };
      }),
    ),
  );
  return campaignBody(calls);
}
