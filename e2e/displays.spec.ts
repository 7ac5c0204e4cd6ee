import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type BrowserContext, type Page } from "@playwright/test";
import { test } from "./access.ts";
import { violations } from "./axe.ts";
import { expect } from "./fixtures.ts";

const code = (page: Page) => page.getByText(/^[2-9CFGHJMPQRVWX]{4}-[2-9CFGHJMPQRVWX]{4}$/);
const campaign = (page: Page) => page.getByRole("heading", { level: 1, name: "Sales Campaign", exact: true });
const codeIn = async (page: Page): Promise<string> => (await code(page).textContent({ timeout: 15_000 })) ?? "";

/** The manager's page of displays, in a browser of its own. */
async function manager(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole("link", { name: "Displays" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Displays" })).toBeVisible();
}

async function letIn(page: Page, shown: string, name: string): Promise<void> {
  await page.getByRole("textbox", { name: "Code on the display" }).fill(shown.toLowerCase());
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("button", { name: "Let it in" }).click();
}

async function revoke(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: `Revoke ${name} …` }).click();
  await page.getByRole("button", { name: `Revoke ${name}`, exact: true }).click();
  await expect(page.getByRole("list", { name: "Displays" }).getByText(name)).toHaveCount(0);
}

test("a display shows a code, a manager lets it in from another browser, revokes it, and lets it in again", async ({ page, browser, guarded }) => {
  const wall = await (await browser.newContext({ viewport: { width: 1920, height: 1080 } })).newPage();
  await wall.goto(`${guarded.host.url}wall/acme/c1`);
  const first = await codeIn(wall);
  expect(await wall.locator("body").innerText()).toContain("This display was not let in yet");

  await manager(page, await guarded.linkFor({ permissions: ["displays"] }, "/"));
  await expect(page.getByText("No display was let in yet.")).toBeVisible();
  await letIn(page, first, "Sales floor");
  await expect(page.getByText("Choose at least one campaign for it.")).toBeVisible();
  await page.getByRole("checkbox", { name: /^All campaigns of Acme/ }).check();
  await page.getByRole("button", { name: "Let it in" }).click();
  await expect(page.getByText("Sales floor was let in: it goes on within five seconds.")).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await expect(campaign(wall)).toBeVisible({ timeout: 15_000 });
  await expect(page.getByRole("list", { name: "Displays" }).getByText("On", { exact: true })).toBeVisible({ timeout: 15_000 });

  await letIn(page, first, "Once more");
  await expect(page.getByText(/^No display waits with this code/)).toBeVisible();

  await revoke(page, "Sales floor");
  await expect(wall.getByText("This display’s access is over")).toBeVisible({ timeout: 10_000 });
  const second = await codeIn(wall);
  expect(second).not.toBe(first);
  expect(await wall.locator("body").innerText()).not.toContain("Sales Campaign");
  await letIn(page, second, "Sales floor again");
  await expect(campaign(wall)).toBeVisible({ timeout: 15_000 });
  await wall.context().close();
});

test("who may not approve displays is offered no way, and told so", async ({ page, guarded }) => {
  await page.goto(await guarded.linkFor({}, "/"));
  await expect(page.getByRole("heading", { level: 1, name: "Campaigns" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Displays" })).toHaveCount(0);
  await page.goto(`${guarded.host.url}displays`);
  await expect(page.getByText("The access you were given does not include approving displays.")).toBeVisible();
});

test("after a power cut a display goes on without a hand, at an address that names no campaign", async ({ page, guarded }) => {
  test.setTimeout(120_000);
  const profile = await mkdtemp(join(tmpdir(), "callboard-display-"));
  const start = async (): Promise<BrowserContext> => {
    const { launchOptions } = test.info().project.use;
    return chromium.launchPersistentContext(profile, { ...launchOptions, viewport: { width: 1080, height: 1920 } });
  };
  const before = await start();
  const wall = await before.newPage();
  await wall.goto(`${guarded.host.url}wall`);
  const shown = await codeIn(wall);
  await manager(page, await guarded.linkFor({ permissions: ["displays"] }, "/"));
  const approval = await page.request.post(`${guarded.host.url}api/v1/displays`, { data: { code: shown, name: "Entrance", campaigns: { acme: ["c1"] } } });
  expect(approval.status()).toBe(201);
  await expect(campaign(wall)).toBeVisible({ timeout: 15_000 });
  // Chromium writes its cookies down after half a minute.
  await expect.poll(async () => (await readFile(join(profile, "Default/Cookies"))).includes("__Host-callboard-display"), { timeout: 45_000 }).toBe(true);
  await killed(before);

  const after = await start();
  const again = await after.newPage();
  await again.goto(`${guarded.host.url}wall`);
  await expect(campaign(again)).toBeVisible({ timeout: 15_000 });
  await after.close();
  await rm(profile, { recursive: true, force: true });
});

/** Ends a browser as a power cut does: nothing of it is asked to finish. */
async function killed(context: BrowserContext): Promise<void> {
  const closed = context.waitForEvent("close");
  const session = await context.newCDPSession(context.pages()[0] ?? (await context.newPage()));
  void session.send("Browser.crash").catch(() => {});
  await closed;
}
