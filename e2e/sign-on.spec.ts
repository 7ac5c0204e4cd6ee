import type { Page } from "@playwright/test";
import { violations } from "./axe.ts";
import { expect } from "./fixtures.ts";
import { shown } from "./platform.ts";
import { type SignOnProxy, test } from "./sign-on-proxy.ts";

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
