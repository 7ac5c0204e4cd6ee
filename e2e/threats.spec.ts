import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { callersCampaign, dialnexaCampaign, koreCampaign } from "#service/testing/published-platforms.ts";
import { json, startUpstream } from "#service/testing/upstream.ts";
import { acme, expect, test } from "./fixtures.ts";

/* Attacks as a browser meets them. `quietPage` fails a test at any dialog, error or breach of the policy. */

const payload = `"'><img src=x onerror=alert(1)><svg onload=alert(2)><script>alert(3)</script><a href="javascript:alert(4)">x`;
const platforms = [
  { provider: "talkover", account: {}, campaign: "campaign-uuid-1", samples: [["talkover", "talkover-campaign"]] },
  { ...dialnexaCampaign, samples: [["dialnexa", "dialnexa-call-logs"], ["dialnexa", "dialnexa-campaign"]] },
  { ...callersCampaign, samples: [["callers", "callers-campaign"]] },
  { ...koreCampaign, samples: [["kore", "kore-contacts"], ["kore", "kore-campaign"]] },
] as const;

/** Keys whose texts have a form of their own, without which nothing would be shown. */
const formed = /(^|_)(id|Id|at|date|time|timezone)$|Id$|At$|Date$|Time$|Zone$|^(id|_id|status|to|phoneNumber|success|days?)$/;

/** Every text of a body that may hold anything, followed by script; addresses become ones that run it. */
function laced(value: unknown, key = ""): unknown {
  if (Array.isArray(value)) return value.map((item) => laced(item, key));
  if (typeof value === "object" && value !== null) return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, laced(item, name)]));
  if (typeof value !== "string" || formed.test(key)) return value;
  return /url|URL/.test(key) ? "javascript:alert(5)" : value + payload;
}

const sample = ([provider, name]: readonly [string, string]): unknown => JSON.parse(readFileSync(`src/providers/${provider}/samples/${name}.json`, "utf8"));

for (const { provider, account, campaign, samples } of platforms) {
  test(`[threat: script through names] ${provider}: what is written into any text is shown as text, and runs nowhere`, async ({ page, launch }) => {
    const bodies = samples.map((name) => laced(sample(name)));
    const upstream = await startUpstream((request, response, count) => {
      const isCalls = /call-logs|\/status/.test(request.url ?? "");
      json(200, (isCalls ? bodies[0] : bodies.at(-1)) ?? {})(request, response, count);
    });
    const { configuration, env } = acme(upstream.baseUrl, "a-secret-that-is-long-enough-to-sign", { provider, account });
    const host = await launch(configuration, env);
    const violations: string[] = [];
    await page.exposeFunction("report", (what: string) => violations.push(what));
    await page.addInitScript("document.addEventListener('securitypolicyviolation', (event) => report(event.violatedDirective))");
    await page.goto(`${host.url}c/acme/${campaign}`);
    const heading = page.getByRole("heading", { level: 1 });
    await expect(heading).toContainText(payload);
    // Whatever more a reader can open holds foreign words too.
    for (const row of await page.getByRole("table").getByRole("button", { expanded: false }).all()) await row.click({ timeout: 1_000 }).catch(() => {});
    expect(await page.locator("img[src=x], svg[onload], a[href^='javascript:']").count()).toBe(0);
    for (const link of await page.locator("a[href]").all()) expect(await link.getAttribute("href")).not.toMatch(/^\s*(?!https?:)[a-z][a-z0-9+.-]*:/i);
    expect(violations).toEqual([]);
    await upstream.close();
  });
}

/** A page of another site, at an origin of its own. */
async function startSite(html: string): Promise<{ origin: string; close(): Promise<void> }> {
  const server = createServer((_, response) => response.writeHead(200, { "content-type": "text/html" }).end(html));
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const framing = (url: string) => `<!doctype html><iframe src="${url}"></iframe>`;

test.describe("framing", () => {
  test.use({ plantedError: /frame-ancestors|Framing '/ });

  test("[threat: clickjacking, framing by strangers] only an origin that a connection names may frame it, and only its embedded pages", async ({ page, launch }) => {
    let address = "";
    const friend = createServer((_, response) => response.writeHead(200, { "content-type": "text/html" }).end(framing(address)));
    await new Promise<void>((resolve) => {
      friend.listen(0, "127.0.0.1", resolve);
    });
    const friendly = `http://127.0.0.1:${(friend.address() as AddressInfo).port}`;
    const upstream = await startUpstream(json(404, {}));
    const { configuration, env } = acme(upstream.baseUrl, "talq_test", { frameAncestors: [friendly] });
    const other = { ...configuration.connections?.acme, frameAncestors: [] };
    const host = await launch({ connections: { ...configuration.connections, other } }, env);
    const stranger = await startSite(framing(`${host.url}embed/acme/c1`));
    const nested = await startSite(framing(friendly));

    /** Whether the page that stands deepest is ours. */
    const isShown = async (at: string, depth = 1): Promise<boolean> => {
      await page.goto(at);
      await expect.poll(() => page.frames().length).toBeGreaterThan(depth);
      const frame = page.frames().at(-1);
      await frame?.waitForLoadState("load");
      return (await frame?.locator("#root").count()) === 1;
    };
    address = `${host.url}embed/acme/c1`;
    expect(await isShown(friendly)).toBe(true);
    expect(await isShown(stranger.origin)).toBe(false);
    // A friend inside a stranger: every parent must be one.
    expect(await isShown(nested.origin, 2)).toBe(false);
    for (const path of ["c/acme/c1", "embed/other/c1", "embed/nobody/c1", ""]) {
      address = host.url + path;
      expect([path, await isShown(friendly)]).toEqual([path, false]);
    }
    await Promise.all([stranger.close(), nested.close(), upstream.close()]);
    friend.closeAllConnections();
    friend.close();
  });
});

test.describe("cross-site", () => {
  test.use({ plantedError: /CORS|ERR_FAILED|Cross-Origin/i });

  test("[threat: CSRF / cross-site reads] a page of another site reads nothing, and changes nothing", async ({ page, demo }) => {
    const site = await startSite("<!doctype html><title>Elsewhere</title>");
    await page.goto(site.origin.replace("127.0.0.1", "localhost"));
    const answers = await page.evaluate(async (origin) => {
      const tries: [string, RequestInit][] = [
        ["api/v1/connections", {}],
        ["api/v1/connections", { credentials: "include" }],
        ["api/v1/connections", { mode: "no-cors" }],
        ["api/v1/session", { method: "DELETE" }],
        ["api/v1/session/renewal", { method: "POST", credentials: "include" }],
        ["api/v1/connections/demo/campaigns/x/calls/query", { method: "POST", body: "{}", mode: "no-cors" }],
      ];
      return Promise.all(tries.map(([path, init]) => fetch(origin + path, init).then(async (response) => response.type + (await response.text()), () => "refused")));
    }, demo.url);
    // What a page may send without asking comes back closed to it.
    expect(answers).toEqual(["refused", "refused", expect.stringMatching(/^(opaque|refused)$/), "refused", "refused", expect.stringMatching(/^(opaque|refused)$/)]);
    const asked = await page.request.get(`${demo.url}api/v1/connections`, { headers: { "sec-fetch-site": "cross-site" } });
    expect([asked.status(), ((await asked.json()) as { code: string }).code]).toEqual([403, "cross_site"]);
    await site.close();
  });
});
