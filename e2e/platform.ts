import type { Page } from "@playwright/test";
import { campaignBody, someCalls } from "#service/testing/campaign-body.ts";
import { type Handler, json, startUpstream, type Upstream } from "#service/testing/upstream.ts";
import { acme, test as base, startHost } from "./fixtures.ts";

/** A campaign of 20 calls, called round the clock. */
export const good: Handler = json(200, campaignBody(someCalls(20)));

type Platform = Upstream & {
  /** The campaign's page on a host of its own that reads this platform. */
  url: string;
  /** Ends the host; `restartHost` starts it again at the same address. */
  stopHost(): Promise<void>;
  restartHost(): Promise<void>;
};

/** A real platform for one test, to misbehave as it likes, and a host that reads it. */
export const test = base.extend<{ platform: Platform }>({
  platform: async ({}, use) => {
    const upstream = await startUpstream(good);
    const { configuration, env } = acme(upstream.baseUrl, "talq_test", { deadlineMs: 3_000, maxBodyBytes: 2 ** 20 });
    let host = await startHost(configuration, env);
    let running = true;
    const port = Number(new URL(host.url).port);
    const stopHost = async () => {
      if (running) await host.stop();
      running = false;
    };
    await use({
      ...upstream,
      url: `${host.url}c/acme/c1`,
      stopHost,
      restartHost: async () => {
        host = await startHost({ ...configuration, port }, env, []);
        running = true;
      },
    });
    await stopHost();
    await upstream.close();
  },
});

/** Waits until the page shows the campaign. */
export async function shown(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1, name: "Sales Campaign" }).waitFor();
}
