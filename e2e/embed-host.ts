import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Frame, Page } from "@playwright/test";
import type { CallboardEvent, CallboardHandle, CallboardOptions } from "#embed/embed-types.ts";
import { Signer } from "#server/access/signed.ts";
import type { Grant } from "#service/access/viewer.ts";
import { campaignBody, someCalls } from "#service/testing/campaign-body.ts";
import { json, startUpstream, type Upstream } from "#service/testing/upstream.ts";
import { acme, type Host, startHost, test as base } from "./fixtures.ts";

const secret = "0kq9S2vXw7Lr4TzB6mYd1HnC8fJpE3aG";
const signer = new Signer([secret], Date.now);

/** A CRM user: one campaign, masked numbers. */
const crmUser: Grant = { campaigns: { acme: ["c1"] }, surface: "embed", numbers: "masked", permissions: [] };

/** The number of somebody who was called three times. */
export const known = "+14155550007";
const triedAgain = ["no-answer", "completed"].map((status, index) => ({ id: `again-${index}`, to: known, status, retries: index + 1, created_at: new Date(Date.UTC(2026, 9, 2 + index, 14)).toISOString() }));

/** What the backend of a page answers when it is asked for a token. */
type Backend = () => Promise<{ status: number; body: string }>;

export type Crm = {
  /**
   * Of another site than Callboard's. Its pages have one place for a frame, `/below` far down, and a strict policy
   * of their own; `/alone?src=` holds a frame that may run scripts and nothing more.
   */
  origin: string;
  /** Requests for a token so far. */
  asked(): number;
  /** From now on tokens are given so. */
  backend(answer: Backend): void;
};

export type Embedded = {
  host: Host;
  /** Callboard's address for its script, with a slash at the end. */
  base: string;
  platform: Upstream;
  crm: Crm;
  tokenFor(grant?: Partial<Grant>, seconds?: number): Promise<string>;
};

declare global {
  // What a test reaches in the CRM's page.
  var handle: CallboardHandle;
  var events: CallboardEvent[];
  /** Answers in place of the backend while a test sets it. */
  var tokenInstead: ((request: { signal: AbortSignal }) => unknown) | undefined;
}

/** A page that mounts what a test tells it to, as those of a CRM do: markup and scripts from files alone. */
function startCrm(callboard: () => string) {
  let answer: Backend = async () => ({ status: 503, body: "" });
  let asked = 0;
  const server = createServer((request, response) => {
    const { pathname: path, searchParams } = new URL(request.url ?? "/", "http://crm");
    if (path === "/alone") {
      const address = searchParams.get("src")?.replaceAll("&", "&amp;") ?? "";
      response.writeHead(200, { "content-type": "text/html" }).end(`<!doctype html><title>Record</title><link rel="icon" href="data:,"><iframe title="Calls" sandbox="allow-scripts allow-same-origin" width="700" height="600" src="${address}"></iframe>`);
      return;
    }
    if (path === "/token") {
      asked += 1;
      void answer().then(({ status, body }) => response.writeHead(status, { "cache-control": "no-store" }).end(body));
      return;
    }
    const own = new URL(callboard()).origin;
    const style = path === "/below" ? "margin-top: 3000px" : "";
    response.writeHead(200, {
      "content-type": "text/html",
      "content-security-policy": `default-src 'none'; script-src ${own}; frame-src ${own}; connect-src 'self'; style-src 'nonce-a'; img-src data:; base-uri 'none'`,
    });
    response.end(`<!doctype html><html lang="en"><head><title>Record</title><style nonce="a">body{margin:0} #place{${style}}</style>
<link rel="icon" href="data:,"></head><body><div id="place"></div><script src="${callboard()}embed.js"></script></body></html>`);
  });
  return {
    async listen() {
      await new Promise<void>((listening) => {
        server.listen(0, "127.0.0.1", listening);
      });
      return `http://localhost:${(server.address() as AddressInfo).port}`;
    },
    asked: () => asked,
    backend(next: Backend) {
      answer = next;
      asked = 0;
    },
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

export type Mounting = Partial<Omit<CallboardOptions, "getToken" | "onEvent">> & { tokens?: boolean; path?: string; width?: number };

/** Mounts a campaign in the CRM's page, whose tokens come from its backend, and gives the frame. */
export async function mountIn(page: Page, crm: Crm, { tokens = true, path = "/", width = 420, ...options }: Mounting = {}): Promise<Frame> {
  await page.goto(crm.origin + path);
  await page.evaluate(
    ({ mounted, withTokens, widthPixels }) => {
      const place = document.getElementById("place");
      if (place === null) throw new Error("The page has no place for a frame.");
      place.style.width = `${widthPixels}px`;
      globalThis.events = [];
      const fromBackend = async ({ signal }: { signal: AbortSignal }): Promise<string | null> => {
        const response = await fetch("/token", { signal });
        if (response.status === 204) return null;
        if (!response.ok) throw new Error(`${response.status}`);
        return response.text();
      };
      globalThis.handle = globalThis.Callboard.mount(place, {
        connection: "acme",
        campaign: "c1",
        ...mounted,
        onEvent: (event) => globalThis.events.push(event),
        ...(withTokens && {
          getToken: (request) => (globalThis.tokenInstead ?? fromBackend)(request) as ReturnType<typeof fromBackend>,
        }),
      });
    },
    { mounted: options, withTokens: tokens, widthPixels: width },
  );
  return frameOf(page);
}

/** The frame in the page, which must have one. */
export async function frameOf(page: Page): Promise<Frame> {
  const frame = await (await page.waitForSelector("iframe", { state: "attached" })).contentFrame();
  if (frame === null) throw new Error("The page has no frame.");
  return frame;
}

export const test = base.extend<object, { embedded: Embedded }>({
  embedded: [
    async ({}, use) => {
      let url = "http://127.0.0.1/";
      const server = startCrm(() => url);
      const origin = await server.listen();
      const platform = await startUpstream(json(200, campaignBody([...someCalls(200), ...triedAgain])));
      const { configuration, env } = acme(platform.baseUrl, "talq_test", { frameAncestors: [origin] });
      const pollSeconds = { calling: 1, outsideHours: 1, finished: 1 };
      const host = await startHost({ ...configuration, pollSeconds, access: { mode: "token", secrets: [{ env: "CALLBOARD_SECRET" }] } }, { ...env, CALLBOARD_SECRET: secret });
      url = host.url;
      await use({
        host,
        base: host.url,
        platform,
        crm: { origin, asked: server.asked, backend: server.backend },
        tokenFor: (grant = {}, seconds = 600) => signer.sign("token", { label: "CRM user", grant: { ...crmUser, ...grant }, expiresAt: Date.now() + seconds * 1_000 }),
      });
      await host.stop();
      await Promise.all([server.close(), platform.close()]);
    },
    { scope: "worker" },
  ],
});
