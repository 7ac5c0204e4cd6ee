import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { type Handler, published, startUpstream } from "#service/testing/upstream.ts";
import { violations } from "./axe.ts";
import { expect, startSimulator } from "./fixtures.ts";
import { startStaticSite, type StaticSite, test } from "./static-server.ts";

const q2 = "#/c/demo/q2-lead-re-engagement";
const calls = (page: Page) => page.getByRole("region", { name: "Calls" });
const showing = (page: Page) => calls(page).getByText(/^Showing/);

async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await expect(showing(page)).toBeVisible();
}

/** Types an account into the home page of the static site. */
async function connect(page: Page, site: StaticSite, baseUrl: string, token: string): Promise<void> {
  await page.goto(site.url);
  const form = page.getByRole("region", { name: "Your own account" });
  await form.getByRole("textbox", { name: "Base URL" }).fill(baseUrl);
  await form.getByLabel("API token", { exact: true }).fill(token);
  await form.getByRole("button", { name: /Read this/ }).click();
  await expect(page.getByText("in this tab only")).toBeVisible();
}

/** Readable from web pages. */
const withCors =
  (handler: Handler): Handler =>
  (request, response, count) => {
    response.setHeader("access-control-allow-origin", "*");
    response.setHeader("access-control-allow-headers", "authorization");
    if (request.method === "OPTIONS") response.writeHead(204).end();
    else handler(request, response, count);
  };

test("the static site runs the service in a worker, on the simulator, and says so", async ({ page, site }) => {
  await open(page, site.url + q2);
  await expect(page.getByText("Demo data")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Q2 Lead Re-engagement");
  // What it cannot remember is said once, and asked for nowhere.
  await expect(page.getByRole("region", { name: "Activity" })).toHaveText(/^ActivityThis host keeps no history:/);
  await expect(page.getByRole("list", { name: "What changed" })).toHaveCount(0);
  expect(page.workers()).toHaveLength(1);
  expect(site.paths.filter((path) => path.includes("/api/"))).toEqual([]);
});

test("routes stand in the fragment below any path, survive a reload, and answer in place", async ({ page }) => {
  const site = await startStaticSite({ prefix: "/tools/callboard/" });
  await page.goto(site.url);
  await page.getByRole("link", { name: "Autumn survey" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Autumn survey");
  expect(page.url()).toBe(`${site.url}#/c/demo/completed`);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Autumn survey");
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Campaigns");
  await page.goto(`${site.url}#/nowhere`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing at this address");
  expect(site.paths.filter((path) => !path.startsWith("/tools/callboard/"))).toEqual([]);
  expect(site.policyReports).toEqual([]);
  await site.close();
});

test("it polls: the age starts again by itself", async ({ page, site }) => {
  await open(page, site.url + q2);
  const age = page.getByRole("banner").getByText(/updated \d/);
  await expect(age).toHaveText(/updated [3-9]/);
  await expect(age).toHaveText(/updated [0-2]/, { timeout: 8_000 });
});

test("calls: sorted, read to the last row, and the attempts of one number", async ({ page, site }) => {
  await open(page, `${site.url}#/c/demo/completed`);
  const row = calls(page).locator("[role=row][data-key]");
  await calls(page).getByRole("columnheader", { name: "Retries" }).getByRole("button").click();
  await expect(row.first()).toContainText("of 2 retries used");
  await row.first().locator("[data-act=toggle]").click();
  await expect(row.first().getByRole("gridcell", { name: "Attempts", exact: true }).getByRole("listitem").first()).toBeVisible();
  await row.first().focus();
  await page.keyboard.press("End");
  const last = await calls(page).getByRole("grid").getAttribute("aria-rowcount");
  await expect(page.locator("[role=row][data-key]:focus")).toHaveAttribute("aria-rowindex", last ?? "");
});

test("a long number is searched without standing in the address", async ({ page, site }) => {
  await open(page, `${site.url}#/c/demo/completed`);
  const key = await calls(page).locator("[role=row][data-key]").first().getAttribute("data-key");
  const digits = (key ?? "").replace(/\D/g, "");
  expect(digits.length).toBeGreaterThanOrEqual(10);
  await calls(page).getByRole("textbox", { name: "Find a number or id" }).fill(digits);
  await expect(showing(page)).toHaveText(/of 1 number/);
  expect(page.url()).not.toContain(digits.slice(-7));
});

test("the CSV file holds exactly the filter", async ({ page, site }) => {
  await open(page, `${site.url}#/c/demo/completed?outcome=failed&group=call`);
  const shown = /of ([\d,]+)/.exec((await showing(page).textContent()) ?? "")?.[1]?.replace(",", "");
  const download = page.waitForEvent("download");
  await calls(page).getByRole("button", { name: "Export CSV" }).click();
  const lines = (await readFile(await (await download).path(), "utf8")).trim().split("\r\n");
  expect(lines.length - 1).toBe(Number(shown));
  expect(lines.slice(1).every((line) => line.includes("failed"))).toBe(true);
});

test("an account typed in is read with its token, which stays in the worker's memory", async ({ page, context, site }) => {
  const platform = await startUpstream(withCors(published));
  await connect(page, site, platform.baseUrl, "talq_canary");
  await page.goto(`${site.url}#/c/own/campaign-uuid-1`);
  await expect(page.getByRole("region", { name: "Progress" })).toContainText("80 of 1,450 contacts");
  await expect(page.getByText("Demo data")).toHaveCount(0);
  expect(platform.requests.some(({ authorization }) => authorization === "Bearer talq_canary")).toBe(true);
  const kept = await page.evaluate(async () => [
    JSON.stringify([localStorage, sessionStorage, history.state, location.href, document.documentElement.outerHTML]),
    [...document.querySelectorAll("input")].map(({ value }) => value).join(),
    (await indexedDB.databases()).length,
    (await caches.keys()).length,
  ]);
  expect(JSON.stringify([kept, await context.cookies(), platform.requests.map(({ url }) => url), site.paths])).not.toContain("talq_canary");
  expect(kept.slice(2)).toEqual([0, 0]);
  await platform.close();
});

test("a wrong token is explained", async ({ page, site }) => {
  const simulator = await startSimulator({ crossOrigin: true });
  await connect(page, site, simulator.baseUrl, "talq_wrong");
  await expect(page.getByText(/refused this connection’s credential/)).toBeVisible();
  await page.getByRole("button", { name: "Forget it" }).click();
  await expect(page.getByText("Demo data")).toBeVisible();
  await simulator.stop();
});

test("a platform that web pages may not read is explained", async ({ page, site }) => {
  const simulator = await startSimulator();
  await connect(page, site, simulator.baseUrl, simulator.token);
  await expect(page.getByText(/run the Callboard server instead/)).toBeVisible();
  await page.goto(`${site.url}#/c/own/draft`);
  await expect(page.getByText(/run the Callboard server instead/)).toBeVisible();
  await simulator.stop();
});

test.describe("a worker that dies", () => {
  test.use({ plantedError: /planted/ });

  test("is started again with the account it had", async ({ page, site }) => {
    const platform = await startUpstream(withCors(published));
    await connect(page, site, platform.baseUrl, "talq_sample");
    await page.goto(`${site.url}#/c/own/campaign-uuid-1`);
    await expect(showing(page)).toBeVisible();
    const [dying] = page.workers();
    const ended = dying?.waitForEvent("close");
    await dying?.evaluate(() => {
      setTimeout(() => {
        throw new Error("planted");
      });
    });
    await ended;
    const read = platform.requests.length;
    await calls(page).getByRole("columnheader", { name: "Retries" }).getByRole("button").click();
    await expect(showing(page)).toHaveText(/most retries first/);
    await expect.poll(() => platform.requests.length).toBeGreaterThan(read);
    expect(page.workers()).toHaveLength(1);
    await expect(page.getByRole("alert")).toHaveCount(0);
    await platform.close();
  });
});

test("a configuration beside the page names its connections; without one it is the demo", async ({ page, publishedSite }) => {
  await page.goto(publishedSite.url.split("#")[0] ?? "");
  await expect(page.getByText("Acme").first()).toBeVisible();
  await expect(page.getByText("Demo data")).toHaveCount(0);

  const bare = await startStaticSite({ configuration: null });
  await page.goto(bare.url);
  await expect(page.getByText("Demo data")).toBeVisible();
  await bare.close();
});

const mistaken: [string, string, string][] = [
  ["that is not JSON", "{ talq_canary", "callboard.config.json: It is not JSON"],
  ["with a token in it", '{"connections":{"acme":{"provider":"talkover","baseUrl":"/t","token":"talq_canary"}}}', "connections.acme.token may not stand in this file"],
];
for (const [what, configuration, sentence] of mistaken) {
  test(`a configuration ${what} is one sentence on the page`, async ({ page }) => {
    const site = await startStaticSite({ configuration });
    await page.goto(site.url);
    const alert = page.getByRole("alert");
    await expect(alert).toContainText("Callboard’s configuration cannot be used.");
    await expect(alert).toContainText(sentence);
    expect(await violations(page)).toEqual([]);
    await page.goto(`${site.url}#/c/acme/campaign-uuid-1`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Callboard’s configuration cannot be used");
    await expect(page.getByText("talq_canary")).toHaveCount(0);
    await site.close();
  });
}

test.describe("a policy that is broken", () => {
  test.use({ plantedError: /Content Security Policy/ });

  test("is reported, so that no report means that none was", async ({ page }) => {
    const site = await startStaticSite();
    await page.goto(site.url);
    await page.evaluate(() => {
      const image = new Image();
      image.src = "http://127.0.0.1:9/planted.png";
    });
    const worker = page.workers()[0] ?? (await page.waitForEvent("worker"));
    await worker.evaluate(() => fetch("http://elsewhere.invalid/planted").catch(() => {}));
    await expect.poll(() => site.policyReports.filter((report) => report.includes("planted")).length).toBe(2);
    await site.close();
  });
});
