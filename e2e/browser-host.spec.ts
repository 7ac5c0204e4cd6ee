import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { type Handler, published, startUpstream } from "#service/testing/upstream.ts";
import { expect, startSimulator, test as base } from "./fixtures.ts";
import { startStaticSite, type StaticSite } from "./static-server.ts";

const test = base.extend<object, { site: StaticSite }>({
  site: [
    async ({}, use) => {
      const site = await startStaticSite();
      await use(site);
      await site.close();
    },
    { scope: "worker" },
  ],
});

const q2 = "#/c/demo/q2-lead-re-engagement";
const calls = (page: Page) => page.getByRole("region", { name: "Calls" });

async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await expect(calls(page).getByText(/^Showing/)).toBeVisible();
}

/** Types an account into the home page of the static site. */
async function connect(page: Page, site: StaticSite, baseUrl: string, token: string): Promise<void> {
  await page.goto(site.url);
  const form = page.getByRole("region", { name: "Your own account" });
  await form.getByRole("textbox", { name: "Base URL" }).fill(baseUrl);
  await form.getByLabel("Token", { exact: true }).fill(token);
  await form.getByRole("button", { name: /Read this/ }).click();
}

/** The published sample, readable from web pages. */
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
  expect(page.workers()).toHaveLength(1);
  expect(site.paths.filter((path) => path.startsWith("/api"))).toEqual([]);
});

test("it works below any path", async ({ page }) => {
  const site = await startStaticSite("/tools/callboard/");
  await open(page, site.url + q2);
  expect(site.paths.every((path) => path.startsWith("/tools/callboard/"))).toBe(true);
  await site.close();
});

test("routes stand in the fragment and survive a reload", async ({ page, site }) => {
  await page.goto(site.url);
  await page.getByRole("link", { name: "Autumn survey" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Autumn survey");
  expect(new URL(page.url()).hash).toContain("#/c/demo/completed");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Autumn survey");
});

test("it polls: the age starts again by itself", async ({ page, site }) => {
  await open(page, site.url + q2);
  const age = page.getByRole("banner").getByText(/updated \d/);
  await expect(age).toHaveText(/updated [3-9]/);
  await expect(age).toHaveText(/updated [0-2]/, { timeout: 8_000 });
});

test("a long number is searched without standing in the address", async ({ page, site }) => {
  await open(page, `${site.url}#/c/demo/completed`);
  const [number = ""] = (await calls(page).innerText()).match(/\+1 \(\d{3}\) 555-\d{4}/) ?? [];
  const digits = number.replace(/\D/g, "");
  await calls(page).getByRole("textbox", { name: "Find a number or id" }).fill(digits);
  await expect(calls(page).getByText(/^Showing/)).toHaveText(/of 1 number/);
  expect(page.url()).not.toContain(digits.slice(-7));
});

test("the CSV file holds exactly the filter", async ({ page, site }) => {
  await open(page, `${site.url}#/c/demo/completed?outcome=failed&group=call`);
  const shown = /of ([\d,]+)/.exec((await calls(page).getByText(/^Showing/).textContent()) ?? "")?.[1]?.replace(",", "");
  const download = page.waitForEvent("download");
  await calls(page).getByRole("button", { name: "Export CSV" }).click();
  const lines = (await readFile(await (await download).path(), "utf8")).trim().split("\r\n");
  expect(lines.length - 1).toBe(Number(shown));
  expect(lines.slice(1).every((line) => line.includes("failed"))).toBe(true);
});

test("the published sample through a typed-in account: the same figures as on a server", async ({ page, site }) => {
  const platform = await startUpstream(withCors(published));
  await connect(page, site, platform.baseUrl, "talq_sample");
  await expect(page.getByText("in this tab only")).toBeVisible();
  await page.goto(`${site.url}#/c/own/campaign-uuid-1`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sales Campaign");
  await expect(page.getByText("Demo data")).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Progress" })).toContainText("80 of 1,450 contacts");
  await expect(page.getByText("The counters disagree: stats say 100 calls, the list holds 2.")).toBeVisible();
  expect(platform.requests.some(({ authorization }) => authorization === "Bearer talq_sample")).toBe(true);
  await platform.close();
});

test("the token is in no storage, cookie, address or document", async ({ page, context, site }) => {
  const platform = await startUpstream(withCors(published));
  await connect(page, site, platform.baseUrl, "talq_canary_token");
  await expect(page.getByText("in this tab only")).toBeVisible();
  const kept = await page.evaluate(() => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), location.href, document.documentElement.outerHTML]));
  expect(kept).not.toContain("talq_canary_token");
  expect(JSON.stringify(await context.cookies())).not.toContain("talq_canary_token");
  await platform.close();
});

test("a wrong token, and a platform that web pages may not read, are explained", async ({ page, site }) => {
  const readable = await startSimulator({ crossOrigin: true });
  await connect(page, site, readable.baseUrl, "talq_wrong");
  await expect(page.getByText(/refused this connection’s credential/)).toBeVisible();
  await readable.stop();

  await page.reload();
  const unreadable = await startSimulator();
  await connect(page, site, unreadable.baseUrl, unreadable.token);
  await page.goto(`${site.url}#/c/own/draft`);
  await expect(page.getByText(/run the Callboard server instead/)).toBeVisible();
  await unreadable.stop();
});

test("a worker that dies is started again", async ({ page, site }) => {
  await open(page, site.url + q2);
  const [worker] = page.workers();
  await worker?.evaluate(() => setTimeout(() => { throw new Error("planted"); }));
  await expect(page.getByRole("banner").getByText(/updated [0-2]/)).toBeVisible({ timeout: 15_000 });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Q2 Lead Re-engagement");
});
