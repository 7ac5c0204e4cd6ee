import { expect, test } from "./fixtures.ts";

test("a campaign is chosen from the list", async ({ page, demo }) => {
  await page.goto(demo.url);
  await page.getByRole("link", { name: "Q2 Lead Re-engagement" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Q2 Lead Re-engagement");
  expect(new URL(page.url()).pathname).toBe("/c/demo/q2-lead-re-engagement");
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Campaigns");
});

test("searching asks the platform for part of a name, and says when nothing is called so", async ({ page, demo }) => {
  await page.goto(demo.url);
  const search = page.getByRole("searchbox", { name: "Search campaigns" });
  await search.fill("upsell");
  await expect(page.getByRole("row")).toHaveCount(2);
  await expect(page.getByRole("link", { name: "Q1 Upsell pilot" })).toBeVisible();
  await search.fill("nobody called it this");
  await expect(page.getByText("No campaign of Demo is called “nobody called it this”.")).toBeVisible();
});

test("an id can be pasted; none, a bad and an unknown one answer in place", async ({ page, demo }) => {
  await page.goto(demo.url);
  const id = page.getByRole("textbox", { name: "Open a campaign by its id" });
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByText("Paste the id first.")).toBeVisible();
  await id.fill("  draft ");
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Q3 Win-back");

  for (const wrong of ["campaign-uuid-9", "../../etc/passwd", "a b", "%00"]) {
    await page.goto(demo.url);
    await id.fill(wrong);
    await page.getByRole("button", { name: "Open", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/No such campaign on Demo|not a campaign’s address/);
    await expect(page.getByRole("link", { name: "See all campaigns" })).toBeVisible();
  }
});

test("unknown routes and connections answer in place, with the way back", async ({ page, demo }) => {
  await page.goto(`${demo.url}nowhere/at/all`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.getByRole("link", { name: "See all campaigns" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Campaigns");
  await page.goto(`${demo.url}c/elsewhere/draft`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no connection “elsewhere”");
});

test("the published list, and its one campaign", async ({ page, simulator, launch }) => {
  const connections = Object.fromEntries(
    ["north", "south"].map((name) => [name, { provider: "talkover", label: `Acme ${name}`, baseUrl: simulator.baseUrl, token: { env: "T" } }]),
  );
  const host = await launch({ connections }, { T: simulator.token });
  await page.goto(host.url);
  await expect(page.getByText("Demo data")).toHaveCount(0);
  await expect(page.getByText("Acme north").first()).toBeVisible();
  await expect(page.getByText("Acme south").first()).toBeVisible();
});

test.describe("on a narrow phone", () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test("names in any script, markup and very long ones are text, and overflow nothing", async ({ page, demo }) => {
    await page.goto(demo.url);
    await expect(page.getByRole("link", { name: "<img src=x onerror=alert(1)>" })).toBeVisible();
    for (const path of ["", "c/demo/arabic", "c/demo/hindi", "c/demo/japanese", "c/demo/markup", "c/demo/long-name"]) {
      await page.goto(demo.url + path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
    }
    await expect(page.locator("img[src=x]")).toHaveCount(0);
  });
});
