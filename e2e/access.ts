import type { BrowserContext } from "@playwright/test";
import { sessionCookie } from "#server/access/sessions.ts";
import { Signer } from "#server/access/signed.ts";
import type { Grant } from "#service/access/viewer.ts";
import { campaignBody, someCalls } from "#service/testing/campaign-body.ts";
import { json, startUpstream, type Upstream } from "#service/testing/upstream.ts";
import { acme, everySecond, type Host, startHost, test as base } from "./fixtures.ts";

const secret = "0kq9S2vXw7Lr4TzB6mYd1HnC8fJpE3aG";
const signer = new Signer([secret], Date.now);
const minute = 60_000;

/** A manager who sees everything. */
const whole: Grant = { campaigns: { "*": ["*"] }, surface: "page", numbers: "full", permissions: ["recordings", "export"] };

type Guarded = {
  host: Host;
  platform: Upstream;
  /** The campaign's page. */
  url: string;
  /** A link that signs in once, where it goes then, and whom it is for: Ada unless told otherwise. */
  linkFor(grant?: Partial<Grant>, to?: string, label?: string): Promise<string>;
  /** Puts a session into the browser that is over by `overMilliseconds`, and may still be renewed. */
  giveSession(context: BrowserContext, overMilliseconds: number): Promise<void>;
};

/** A host in access mode `token` that reads a platform of 20 calls every second. */
export const test = base.extend<object, { guarded: Guarded }>({
  guarded: [
    async ({}, use) => {
      const platform = await startUpstream(json(200, campaignBody(someCalls(20))));
      const { configuration, env } = acme(platform.baseUrl, "talq_test");
      const host = await startHost({ ...configuration, ...everySecond, access: { mode: "token", secrets: [{ env: "CALLBOARD_SECRET" }] } }, { ...env, CALLBOARD_SECRET: secret });
      await use({
        host,
        platform,
        url: `${host.url}c/acme/c1`,
        async linkFor(grant = {}, to, label = "Ada") {
          const code = await signer.sign("link", { label, grant: { ...whole, ...grant }, expiresAt: Date.now() + 10 * minute });
          return `${host.url}sign-in#code=${code}${to === undefined ? "" : `&to=${encodeURIComponent(to)}`}`;
        },
        async giveSession(context, overMilliseconds) {
          const endsAt = Date.now() + 60 * minute;
          const value = await signer.sign("session", { label: "Ada", grant: whole, expiresAt: Date.now() - overMilliseconds, endsAt });
          await context.addCookies([{ name: sessionCookie, value, url: host.url.replace("http:", "https:"), httpOnly: true, secure: true, sameSite: "Strict" }]);
        },
      });
      await host.stop();
      await platform.close();
    },
    { scope: "worker" },
  ],
});
