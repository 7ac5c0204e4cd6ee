import type { Page } from "@playwright/test";
import { violations } from "./axe.ts";
import { expect } from "./fixtures.ts";
import { shown } from "./platform.ts";
import { type SignOnProxy, test } from "./sign-on-proxy.ts";
import { age, band, title } from "./wall.ts";

/* A host behind a proxy whose own sign-in ends while a page is open. */
const heading = (page: Page) => page.getByRole("heading", { level: 1, name: "Your sign-in is over", exact: true });

/** Opens a campaign and has the proxy's sign-in end. */
async function openAndStop(page: Page, proxied: SignOnProxy, how: "redirects" | "refuses"): Promise<string> {
  proxied.answers("lets through");
  const address = `${proxied.url}c/acme/c1?outcome=voicemail`;
  await page.goto(address, { waitUntil: "networkidle" });
  await shown(page);
  proxied.answers(how);
  await expect(heading(page)).toBeVisible();
  return address;
}

test("[fault: viewer's token refused] behind a company's sign-on: when that is over the page says so, shows nothing it read, and leads through it back to where it was", async ({ page, proxied }) => {
  const address = await openAndStop(page, proxied, "redirects");
  await expect(heading(page)).toBeFocused();
  expect(await page.locator("body").innerText()).not.toMatch(/Sales Campaign|555|Acme|No connection/);
  await expect(page).toHaveURL(address);
  await expect(page.getByRole("textbox")).toHaveCount(0);
  expect(await violations(page)).toEqual([]);

  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  // Three intervals of polling.
  await page.waitForTimeout(3_000);
  expect(asked).toEqual([]);
  await page.getByRole("button", { name: "Load the page again" }).click();
  await expect(page).toHaveTitle("Sign-on");
  expect(new URL(page.url()).origin).toBe(proxied.signOn);
  await page.getByRole("link", { name: "Go on" }).click();
  await shown(page);
  await expect(page).toHaveURL(address);
});

test("a proxy that refuses in place of redirecting is understood too; who signed in elsewhere goes on without loading again", async ({ page, proxied }) => {
  await openAndStop(page, proxied, "refuses");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("button", { name: "Still refused: try again" })).toBeVisible();
  proxied.answers("lets through");
  await page.getByRole("button", { name: "Still refused: try again" }).click();
  await shown(page);
});

test("[fault: wall's bad week] a wall behind a sign-on that is over keeps its screen, tells its age, asks seldom, and goes on by itself", async ({ page, proxied }) => {
  test.slow();
  proxied.answers("lets through");
  const loads: string[] = [];
  let asked = 0;
  page.on("request", (request) => {
    if (request.isNavigationRequest()) loads.push(request.url());
    if (request.url().endsWith("/campaigns/c1")) asked += 1;
  });
  await page.clock.install();
  await page.goto(`${proxied.url}wall/acme/c1`);
  const isLive = () => expect(age(page)).toHaveText(/^Live/, { timeout: 40_000 });
  /** Runs the clock, with time for answers, until something holds. */
  const until = (holds: () => Promise<void>) =>
    expect(async () => {
      await page.clock.runFor(10_000);
      await holds();
    }).toPass({ timeout: 40_000 });
  await isLive();

  for (const how of ["redirects", "refuses", "answers itself"] as const) {
    proxied.answers(how);
    await until(() => expect(age(page)).toHaveText(/^Offline/, { timeout: 500 }));
    await expect(title(page)).toContainText("Sales Campaign");
    await page.clock.fastForward(15 * 60_000);
    await expect(band(page)).toContainText(/NOT LIVE — last data .* 1[56]\smin ago/);
    await expect(band(page)).toContainText(how === "answers itself" ? "No connection to Callboard" : "A sign-in in front of Callboard stops this display");
    await expect(title(page)).toContainText("Sales Campaign");
    asked = 0;
    for (let minute = 0; minute < 5; minute += 1) await page.clock.runFor(60_000);
    expect(asked).toBeLessThanOrEqual(25);
    proxied.answers("lets through");
    await until(isLive);
  }

  // Nothing is drawn any more: what the proxy shows in its place is no reason to give up the screen.
  await page.evaluate(() => Object.defineProperty(window, "dispatchEvent", { value: () => true }));
  proxied.answers("answers itself");
  for (let part = 0; part < 12; part += 1) await page.clock.runFor(10_000);
  expect(loads).toHaveLength(1);
  proxied.answers("lets through");
  await until(async () => expect(loads).toHaveLength(2));
  await isLive();
});

test("whom the proxy signs in without a grant is told as whom, and whom to ask, on every surface; a wall goes on by itself once there is one", async ({ page, proxied }) => {
  proxied.answers("lets through");
  proxied.names("mallory");
  await page.clock.install();
  for (const path of ["c/acme/c1", "", "displays", "embed/acme/c1", "wall", "wall/acme/c1"]) {
    await page.goto(proxied.url + path);
    await expect(page.getByRole("heading", { level: 1 }), path).toHaveText("Nothing here is granted to you");
    await expect(page.getByText("The proxy signed you in as mallory"), path).toContainText("ask whoever runs Callboard to grant it");
    expect(await violations(page), path).toEqual([]);
  }
  proxied.names("ada");
  await expect(async () => {
    await page.clock.runFor(20_000);
    await expect(title(page)).toContainText("Sales Campaign", { timeout: 1_000 });
  }).toPass();
});
