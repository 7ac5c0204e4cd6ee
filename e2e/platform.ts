import type { Page } from "@playwright/test";
import { clockHeaders } from "#service/api.ts";
import { campaignBody, someCalls } from "#service/testing/campaign-body.ts";
import { type Handler, json, startUpstream, type Upstream } from "#service/testing/upstream.ts";
import { acme, test as base, startHost, leave } from "./fixtures.ts";

/** A campaign of 20 calls, called round the clock. */
export const good: Handler = json(200, campaignBody(someCalls(20)));

type Platform = Upstream & {
  /** The campaign's page on a host of its own that reads this platform. */
  url: string;
  /** Kills the host without a word; `restartHost` starts it again at the same address. */
  killHost(): Promise<void>;
  restartHost(): Promise<void>;
};

type Fixtures = {
  /** How long the host waits for the platform. */
  deadlineMs: number;
  platform: Platform;
};

/** A real platform for one test, to misbehave as it likes, and a host that reads it. */
export const test = base.extend<Fixtures>({
  deadlineMs: [10_000, { option: true }],
  platform: async ({ page, deadlineMs }, use) => {
    const upstream = await startUpstream(good);
    const { configuration, env } = acme(upstream.baseUrl, "talq_test", { deadlineMs, maxBodyBytes: 2 ** 20 });
    let host = await startHost(configuration, env);
    let running = true;
    const port = Number(new URL(host.url).port);
    const stopHost = async (signal: NodeJS.Signals) => {
      if (running) await host.stop(signal);
      running = false;
    };
    await use({
      ...upstream,
      url: `${host.url}c/acme/c1`,
      killHost: () => stopHost("SIGKILL"),
      restartHost: async () => {
        host = await startHost({ ...configuration, port }, env, []);
        running = true;
      },
    });
    await leave(page);
    await stopHost("SIGTERM");
    await upstream.close();
  },
});

/** Lets the service's clock run ahead in every answer from now on, as if that much time had passed. */
export async function passTime(page: Page, milliseconds: number): Promise<void> {
  await page.route("**/api/v1/**", async (route) => {
    const response = await route.fetch();
    const headers = response.headers();
    const now = clockHeaders.now.toLowerCase();
    // The page may have withdrawn the question meanwhile.
    await route.fulfill({ response, headers: { ...headers, [now]: String(Number(headers[now]) + milliseconds) } }).catch(() => {});
  });
}

/** Waits until the page shows the campaign. */
export async function shown(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1, name: "Sales Campaign" }).waitFor();
}
