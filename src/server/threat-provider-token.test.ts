import { readFileSync, readdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Handler, startUpstream, type Upstream } from "#service/testing/upstream.ts";
import { campaignBody, someCalls } from "#service/testing/campaign-body.ts";
import { callersCampaign, dialnexaCampaign, koreCampaign, type PublishedPlatform } from "#service/testing/published-platforms.ts";
import { buildHost } from "./testing/built-host.ts";
import { type ConfiguredHost, startConfigured } from "./testing/configured-host.ts";

/*
 * A credential, and addresses that are credentials (webhooks, Slack), in everything a platform answers –
 * in fields we read and in fields nobody knows – and then all that leaves the host.
 */
const token = "talq-canary-credential-of-the-platform";
const hook = "https://hooks.canary.example/services/T0/B0/secret";
const canaries = [/canary/i, /hooks\./i, /T0\/B0/];

const talkover: PublishedPlatform = {
  provider: "talkover",
  account: {},
  campaign: "c1",
  handler: (request, response) => {
    const body = campaignBody(someCalls(20));
    const isList = new URL(request.url ?? "/", "http://platform").pathname.endsWith("/campaigns");
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(isList ? { ...body, data: [body.data], pagination: { current_page: 1, last_page: 1, per_page: 20, total: 1, from: 1, to: 1 } } : body));
  },
};
const metricsSecret = "nB5vCx9zAs2dFg4hJk7lQw1eRt6yUi8o";
const platforms = [talkover, dialnexaCampaign, callersCampaign, koreCampaign];

/** What a platform that answers our own credential, or others' addresses, might send along. */
const secrets = { token, api_key: token, apiKey: token, Authorization: `Bearer ${token}`, webhook: hook, webhook_url: hook, webhookUrl: hook, webhooks: [hook], slackUrl: hook, slack_webhook_url: hook, callback_url: hook, headers: { authorization: token } };

/** The same value with the canaries in every object of it. */
function withSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSecrets);
  if (typeof value !== "object" || value === null) return value;
  return { ...Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withSecrets(inner)])), ...secrets };
}

/** A platform's answers with the canaries in bodies, headers and errors. */
function leaking(handler: Handler): Handler {
  return (request, response, count) => {
    const end = response.end.bind(response);
    const writeHead = response.writeHead.bind(response);
    let status = 200;
    response.writeHead = (code: number) => {
      status = code;
      return response;
    };
    response.end = ((body: string | Buffer) => {
      writeHead(status, { "content-type": "application/json", "set-cookie": `platform=${token}`, "x-token": token, link: `<${hook}>; rel="hook"`, etag: `"${token}"` });
      return end(JSON.stringify(withSecrets(JSON.parse(String(body)))));
    }) as typeof response.end;
    handler(request, response, count);
  };
}

const refusing: Handler = (_, response) => {
  response.writeHead(403, { "content-type": "application/json", "www-authenticate": `Bearer realm="${token}"`, location: hook });
  response.end(JSON.stringify({ success: false, message: `Credential ${token} may not read ${hook}`, ...secrets }));
};

let upstream: Upstream;
let host: ConfiguredHost;
beforeAll(async () => {
  await buildHost();
  upstream = await startUpstream((request, response, count) => {
    const [, name = "", ...rest] = (request.url ?? "").split("/");
    const platform = platforms.find(({ provider }) => provider === name);
    request.url = `/${rest.join("/")}`;
    return platform === undefined ? refusing(request, response, count) : leaking(platform.handler)(request, response, count);
  });
  const connections = platforms.flatMap(({ provider, account }) => [
    [provider, { provider, account, baseUrl: `${upstream.baseUrl}/${provider}` }],
    [`${provider}-refused`, { provider, account, baseUrl: `${upstream.baseUrl}/refused` }],
  ]);
  host = await startConfigured(Object.fromEntries(connections), { file: { logLevel: "debug", metrics: { secret: { env: "METRICS" } } }, env: { PLATFORM_TOKEN: token, METRICS: metricsSecret } });
});
afterAll(async () => {
  await host.stop();
  await upstream.close();
});

/** An answer as a browser gets it: status, headers and body. */
async function received(path: string, init?: RequestInit): Promise<{ status: number; text: string }> {
  const response = await fetch(host.origin + path, init);
  const body = await response.text();
  return { status: response.status, text: `${JSON.stringify([...response.headers])}\n${body}` };
}

const search = { method: "POST", body: JSON.stringify({ q: "canary" }), headers: { "content-type": "application/json" } };

describe.each(platforms)("$provider", ({ provider, campaign }) => {
  test.each([provider, `${provider}-refused`])("[threat: provider token reaching a browser] no route of %s answers with it, in a body or a header", async (connection) => {
    const at = `/api/v1/connections/${connection}/campaigns`;
    const asked: [string, RequestInit?][] = [
      ["/api/v1/connections"],
      [at],
      [`${at}?search=canary`],
      [`${at}/${campaign}`],
      [`${at}/${campaign}/calls`],
      [`${at}/${campaign}/calls?group=call&q=canary`],
      [`${at}/${campaign}/calls/query`, search],
      [`${at}/${campaign}/calls.csv`],
      [`${at}/${campaign}/calls.csv`, search],
      [`${at}/${campaign}/calls/call-0/attempts`],
      [`${at}/${campaign}`, { headers: { "callboard-refresh": "now" } }],
    ];
    const answers = await Promise.all(asked.map(async ([path, init]) => received(path, init)));
    for (const canary of canaries) expect(answers.filter(({ text }) => canary.test(text))).toEqual([]);
    // It was the platform that answered, and we that read it.
    expect(answers[3]?.status).toBe(connection === provider ? 200 : 502);
    expect(JSON.stringify(upstream.requests.map(({ headers }) => headers))).toContain(provider === "kore" ? "eyJ" : token);
  });
});

test("[threat: provider token reaching a browser] neither the page, its files, health nor metrics hold it", async () => {
  const answers = await Promise.all(["/", "/c/talkover/c1", "/assets/main-x1.js", "/favicon.svg", "/healthz", "/readyz", "/metrics", "/callboard.config.json", "/no-such-file"].map(async (path) => received(path, path === "/metrics" ? { headers: { authorization: `Bearer ${metricsSecret}` } } : {})));
  for (const canary of canaries) expect(answers.filter(({ text }) => canary.test(text))).toEqual([]);
  expect(answers.find(({ text }) => text.includes("callboard_polls_total"))?.text).toContain('callboard_upstream_state{connection="talkover",state="ok"} 1');
});

test("[threat: provider token reaching a browser] the log does not hold it", () => {
  const lines = host.output().split("\n");
  expect(lines.length).toBeGreaterThan(50);
  for (const canary of canaries) expect(lines.filter((line) => canary.test(line))).toEqual([]);
});

test("[threat: provider token reaching a browser] no file of the client holds it, though it was there while it was built", async () => {
  const outDir = resolve(`.cache/built-client-${process.env.VITEST_POOL_ID ?? "0"}`);
  const env = ["TALKOVER_TOKEN", "VITE_TALKOVER_TOKEN", "PLATFORM_TOKEN"];
  for (const name of env) process.env[name] = token;
  await build({ configFile: "vite.config.ts", logLevel: "silent", build: { outDir } });
  for (const name of env) delete process.env[name];
  const files = readdirSync(outDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(5);
  const holding = files.filter((entry) => /canary/i.test(readFileSync(join(entry.parentPath, entry.name), "latin1")));
  expect(holding.map(({ name }) => name)).toEqual([]);
  rmSync(outDir, { recursive: true });
});
