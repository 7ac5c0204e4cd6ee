import type { BrowserContext, Page } from "@playwright/test";
import { sessionCookie } from "#server/access/sessions.ts";
import { Signer } from "#server/access/signed.ts";
import type { Grant } from "#service/access/viewer.ts";
import { campaignBody, someCalls } from "#service/testing/campaign-body.ts";
import { type Handler, json, startUpstream } from "#service/testing/upstream.ts";
import { acme, type Host, startHost, test as base } from "./fixtures.ts";

const secret = "0kq9S2vXw7Lr4TzB6mYd1HnC8fJpE3aG";
const signer = new Signer([secret], Date.now);
const hour = 3_600_000;

/** What a display is given: totals, and no numbers. */
const displayGrant: Grant = { campaigns: { "*": ["*"] }, surface: "wall", numbers: "none", permissions: [] };

/** A campaign of 20 calls, called round the clock; `change` is of its body. */
export const playing = (id: string, name: string, change: Record<string, unknown> = {}): Handler => json(200, campaignBody(someCalls(20), { id, name, ...change }));

/** A file that the platform says has failed. */
export const failedFile = { id: "f1", original_filename: "old-crm.xls", processed_filename: "old-crm.csv", status: "failed", total_records: 400, processed_records: 12 };

type Room = {
  url: string;
  /** What the platform answers for a campaign from now on; `undefined`: as it does at first. */
  answer(id: string, handler: Handler | undefined): void;
  /** Every campaign is answered so; `undefined`: each as it does at first. */
  answerAll(handler: Handler | undefined): void;
  /** Gives a browser a display's session. */
  letIn(context: BrowserContext): Promise<void>;
  kill(): Promise<void>;
  /** Starts the host again at the same address, of another build where one is named. */
  start(file?: string): Promise<void>;
};

const names = new Map([
  ["c1", "Spring sale"],
  ["c2", "Renewals"],
  ["c3", "Welcome calls"],
]);

/** A host in access mode `token` with three campaigns that it reads every second, and what a bad week needs. */
export const test = base.extend<object, { room: Room }>({
  room: [
    async ({}, use) => {
      const answers = new Map<string, Handler>();
      let toAll: Handler | undefined;
      const platform = await startUpstream((request, response, count) => {
        const id = /\/campaigns\/([^/?]+)$/.exec(request.url ?? "")?.[1] ?? "";
        const name = names.get(id);
        const first = name === undefined ? json(404, { success: false }) : playing(id, name);
        (toAll ?? answers.get(id) ?? first)(request, response, count);
      });
      const { configuration, env } = acme(platform.baseUrl, "talq_test");
      const pollSeconds = { calling: 1, outsideHours: 1, finished: 1 };
      // Minutes that are played in a second would soon be too many questions for one viewer.
      const limits = { requestsPerSecond: 10_000, burst: 100_000 };
      const options = { ...configuration, pollSeconds, limits, access: { mode: "token", secrets: [{ env: "CALLBOARD_SECRET" }] } };
      const environment = { ...env, CALLBOARD_SECRET: secret };
      let host: Host | undefined = await startHost(options, environment);
      const { url } = host;
      await use({
        url,
        answer: (id, handler) => void (handler === undefined ? answers.delete(id) : answers.set(id, handler)),
        answerAll: (handler) => {
          toAll = handler;
        },
        async letIn(context) {
          const value = await signer.sign("session", { label: "Sales room", grant: displayGrant, expiresAt: Date.now() + hour, endsAt: Date.now() + hour });
          await context.addCookies([{ name: sessionCookie, value, url: url.replace("http:", "https:"), httpOnly: true, secure: true, sameSite: "Strict" }]);
        },
        async kill() {
          await host?.stop("SIGKILL");
          host = undefined;
        },
        async start(file) {
          await host?.stop("SIGKILL");
          host = await startHost({ ...options, port: Number(new URL(url).port) }, environment, [], file);
        },
      });
      await host?.stop();
      await platform.close();
    },
    { scope: "worker" },
  ],
});

/** The band that says that nothing here is live. */
export const band = (page: Page) => page.getByRole("complementary", { name: "State of the data" });

/** The age beside the clock, as "Live, 3 s ago". */
export const age = (page: Page) => page.locator("header").getByText(/^(?:Live|Stale|Offline|Waiting|Reading)/);

/** The campaign on the screen. */
export const title = (page: Page) => page.getByRole("heading", { level: 1 });

/** Everything asked of the API for single calls: a wall asks nothing of that. */
export function callsAsked(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (/\/calls|attempts/.test(new URL(request.url()).pathname)) asked.push(request.url());
  });
  return asked;
}
