import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { hostJwt, hostSecret, pairOf } from "#server/handoff/testing/host-jwt.ts";
import { campaignBody, someCalls } from "#service/testing/campaign-body.ts";
import { json, startUpstream } from "#service/testing/upstream.ts";
import { known } from "./embed-host.ts";
import { acme, everySecond, type Host, startHost, test as base } from "./fixtures.ts";

const pair = pairOf(2_048);
const secret = "0kq9S2vXw7Lr4TzB6mYd1HnC8fJpE3aG";
const audience = "https://acme.zendesk.com/api/v2/apps/installations/7.json";

/** A CRM whose pages load no script of anybody, and that signs into its frames who is looking. */
export type SigningCrm = {
  /** Of Callboard, with a slash at the end. */
  base: string;
  /** Starts another host like it, whose sessions last for so many hours. */
  withSessions(sessionHours: number): Promise<string>;
  /** A page whose form posts a JWT into its frame, as Zendesk does; `base`: of which Callboard. */
  posting(claims?: object): Promise<string>;
  /** A page whose frame has a JWT in its address, as Pipedrive's have. */
  addressing(claims?: object, more?: { key?: string; parameters?: string; base?: string }): Promise<string>;
};

const seconds = (): number => Math.floor(Date.now() / 1_000);

/** The pages of the CRM: what they hold stands in their own address, in which the frame has no part. */
function startPages(callboards: () => string) {
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? "/", "http://crm");
    const attribute = (name: string): string => (searchParams.get(name) ?? "").replaceAll("&", "&amp;");
    const form = searchParams.has("action") ? `<form method="post" target="calls" action="${attribute("action")}"><input type="hidden" name="token" value="${attribute("token")}"><button>Show calls</button></form>` : "";
    response.writeHead(200, { "content-type": "text/html", "content-security-policy": `default-src 'none'; frame-src ${callboards()}; form-action ${callboards()}; img-src data:; base-uri 'none'` });
    response.end(`<!doctype html><html lang="en"><head><title>Record</title><link rel="icon" href="data:,"></head><body>${form}<iframe title="Calls" name="calls" sandbox="allow-scripts allow-same-origin" width="700" height="600" src="${attribute("src")}"></iframe></body></html>`);
  });
  return {
    async listen() {
      await new Promise<void>((listening) => {
        server.listen(0, "127.0.0.1", listening);
      });
      return `http://localhost:${(server.address() as AddressInfo).port}`;
    },
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

export const test = base.extend<object, { crm: SigningCrm }>({
  crm: [
    async ({}, use) => {
      const hosts: Host[] = [];
      const pages = startPages(() => hosts.map(({ url }) => new URL(url).origin).join(" "));
      const origin = await pages.listen();
      const again = { id: "again", to: known, status: "completed", retries: 1, created_at: new Date(Date.UTC(2026, 9, 2, 14)).toISOString() };
      const platform = await startUpstream(json(200, campaignBody([...someCalls(50), again])));
      const keys = await startUpstream(json(200, { keys: [{ ...pair.publicKey.export({ format: "jwk" }), kid: "k1", use: "sig" }] }));
      const { configuration, env } = acme(platform.baseUrl, "talq_test", { frameAncestors: [origin] });
      const campaigns = { acme: ["*"] };
      const issuers = { pipedrive: { secret: { env: "PIPEDRIVE" }, campaigns }, zendesk: { jwksUrl: keys.baseUrl, audience, campaigns } };
      const withSessions = async (sessionHours: number): Promise<string> => {
        const access = { mode: "token", secrets: [{ env: "CALLBOARD_SECRET" }], handoff: { issuers, sessionHours } };
        const host = await startHost({ ...configuration, ...everySecond, access }, { ...env, CALLBOARD_SECRET: secret, PIPEDRIVE: hostSecret });
        hosts.push(host);
        return host.url;
      };
      const callboard = await withSessions(8);
      const place = "connection=acme&campaign=c1";
      const inTime = (claims: object) => ({ iat: seconds(), exp: seconds() + 120, ...claims });
      await use({
        base: callboard,
        withSessions,
        async posting(claims = {}) {
          const token = await hostJwt({ iss: "acme.zendesk.com", aud: audience, ...inTime(claims) }, { key: pair.privateKey, header: { alg: "RS256", kid: "k1" } });
          return `${origin}/?${new URLSearchParams({ token, action: `${callboard}embed/handoff/zendesk?${place}&theme=dark&app_guid=1` })}`;
        },
        async addressing(claims = {}, { key, parameters = "", base: at = callboard } = {}) {
          const token = await hostJwt({ userId: 1, companyId: 2, ...inTime(claims) }, key === undefined ? {} : { key });
          return `${origin}/?${new URLSearchParams({ src: `${at}embed/handoff/pipedrive?${place}&id=1&token=${token}${parameters}` })}`;
        },
      });
      await Promise.all([...hosts.map((host) => host.stop()), pages.close(), platform.close(), keys.close()]);
    },
    { scope: "worker" },
  ],
});
