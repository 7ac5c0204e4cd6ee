import { json, startUpstream } from "#service/testing/upstream.ts";
import { acme, expect, test } from "./fixtures.ts";

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
  await expect(page.getByText("No campaign of Talkover demo is called “nobody called it this”.")).toBeVisible();
  await search.fill("");
  await expect(page.getByRole("link", { name: "Q2 Lead Re-engagement" })).toBeVisible();
});

test("a long list comes in pages", async ({ page, launch }) => {
  const all = Array.from({ length: 45 }, (_, index) => ({ id: `c${index + 1}`, name: `Campaign ${index + 1}`, status: "active" }));
  const platform = await startUpstream((request, response, count) => {
    const at = Number(new URL(request.url ?? "", "http://platform").searchParams.get("page"));
    const pagination = { current_page: at, last_page: 3, per_page: 20, total: 45, from: at * 20 - 19, to: Math.min(45, at * 20) };
    json(200, { success: true, data: all.slice(at * 20 - 20, at * 20), pagination })(request, response, count);
  });
  const { configuration, env } = acme(platform.baseUrl, "talq_test");
  await page.goto((await launch(configuration, env)).url);
  const pages = page.getByRole("navigation", { name: "Pages" });
  await expect(pages).toContainText("Page 1 of 3, 45 campaigns");
  await expect(pages.getByRole("button", { name: "Previous" })).toBeDisabled();
  await pages.getByRole("button", { name: "Next" }).click();
  await pages.getByRole("button", { name: "Next" }).click();
  await expect(pages).toContainText("Page 3 of 3");
  await expect(page.getByRole("row")).toHaveCount(1 + 5);
  await expect(page.getByRole("link", { name: "Campaign 45", exact: true })).toBeVisible();
  await expect(pages.getByRole("button", { name: "Next" })).toBeDisabled();
  await pages.getByRole("button", { name: "Previous" }).click();
  await expect(page.getByRole("link", { name: "Campaign 21", exact: true })).toBeVisible();
  await platform.close();
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
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/No such campaign on Talkover demo|not a campaign’s address/);
    await page.getByRole("link", { name: "See all campaigns" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Campaigns");
  }
});

test("unknown routes and connections answer in place, with the way back", async ({ page, demo }) => {
  await page.goto(`${demo.url}nowhere/at/all`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing at this address");
  await expect(page.getByRole("main")).toContainText("/nowhere/at/all");
  await page.getByRole("link", { name: "See all campaigns" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Campaigns");
  await page.goto(`${demo.url}c/elsewhere/draft`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no connection “elsewhere”");
});

test("a connection is chosen; what one of them refuses is said in its place", async ({ page, simulator, launch }) => {
  const connection = (label: string, variable: string) => ({ provider: "talkover", label, baseUrl: simulator.baseUrl, token: { env: variable } });
  const connections = { north: connection("Acme north", "GOOD"), south: connection("Acme south", "OLD") };
  const host = await launch({ connections }, { GOOD: simulator.token, OLD: "talq_old" });
  await page.goto(host.url);
  await expect(page.getByText("Demo data")).toHaveCount(0);
  await expect(page.getByRole("radio", { name: /Acme north/ })).toBeChecked();
  await expect(page.getByRole("link", { name: "Autumn survey" })).toHaveAttribute("href", /\/c\/north\/completed$/);

  await page.getByText("Acme south").click();
  await expect(page.getByRole("alert").filter({ hasText: "Talkover refused this connection’s credential" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Autumn survey" })).toHaveCount(0);
  await page.getByText("Acme north").click();
  await expect(page.getByRole("link", { name: "Autumn survey" })).toBeVisible();
});

test("theme and time zone go along from a campaign to the list and back", async ({ page, demo }) => {
  await page.goto(`${demo.url}c/demo/completed?theme=dark&zone=utc&outcome=failed`);
  await page.getByRole("link", { name: "Callboard, all campaigns" }).click();
  await expect(page).toHaveURL(/\?theme=dark&zone=utc$/);
  await page.getByRole("link", { name: "Autumn survey" }).click();
  await expect(page).toHaveURL(/completed\?theme=dark&zone=utc$/);
});

test.describe("on a narrow phone", () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test("names in any script, markup and very long ones are text, whole, and overflow nothing", async ({ page, demo }) => {
    await page.goto(demo.url);
    await expect(page.getByRole("link", { name: "<img src=x onerror=alert(1)> <b>Bold</b> offer" })).toBeVisible();
    const names: [string, RegExp][] = [
      ["", /^Campaigns$/],
      ["c/demo/arabic", /^حملة تجديد الاشتراكات – الرياض$/],
      ["c/demo/hindi", /^ग्राहक सर्वेक्षण २०२६ – दिल्ली$/],
      ["c/demo/japanese", /^春の会員更新キャンペーン（東京）$/],
      ["c/demo/markup", /^<img src=x onerror=alert\(1\)> <b>Bold<\/b> offer$/],
      ["c/demo/long-name", /^A campaign whose name .*unbreakable-word$/],
    ];
    for (const [path, name] of names) {
      await page.goto(demo.url + path);
      const heading = page.getByRole("heading", { level: 1 });
      await expect(heading).toHaveText(name);
      if (path !== "") await expect(page.getByRole("region", { name: "Calls" }).getByText(/^Showing/)).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
      expect(await heading.evaluate((element) => element.scrollWidth - element.clientWidth), path).toBeLessThanOrEqual(0);
    }
    await page.goto(`${demo.url}c/demo/markup`);
    await expect(page.getByRole("region", { name: "Summary" })).toContainText("<script>alert(2)</script>");
    await expect(page.getByRole("region", { name: "Summary" })).toContainText("<b>Agent</b> & Co.");
    await expect(page.getByRole("region", { name: "Files" })).toContainText("<u>contacts</u>.csv");
    await expect(page.locator("img[src=x]")).toHaveCount(0);
  });
});
