import { readFile } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { acme, expect, test } from "./fixtures.ts";

const busyCampaign = "c/acme/q2-lead-re-engagement";

function callsOf(page: Page) {
  const region = page.getByRole("region", { name: "Calls" });
  return {
    region,
    grid: region.getByRole("grid"),
    /** Rows that are read; placeholders have no key. */
    rows: region.locator("[role=row][data-key]"),
    showing: region.getByText(/^Showing/),
    pill: region.getByRole("button", { name: /new calls?$/ }),
    /** Not the head of the column of the same name, which comes after. */
    chip: (name: string) => region.getByRole("button", { name, exact: true }).first(),
    search: region.getByRole("textbox", { name: "Find a number or id" }),
    total: async () => Number(/of ([\d,]+) /.exec((await region.getByText(/^Showing/).textContent()) ?? "")?.[1]?.replaceAll(",", "")),
  };
}

async function openCalls(page: Page, url: string) {
  await page.goto(url);
  const calls = callsOf(page);
  await calls.rows.first().waitFor();
  await calls.region.evaluate((region) => region.scrollIntoView());
  return calls;
}

/** Waits until the page has read the campaign `count` times more. */
async function polls(page: Page, count: number, between: () => Promise<void>): Promise<void> {
  for (let poll = 0; poll < count; poll += 1) {
    await between();
    await page.waitForResponse((response) => /\/campaigns\/[^/?]+$/.test(new URL(response.url()).pathname) && response.status() === 200);
    await page.waitForTimeout(300);
  }
}

/** As it is seen: what grows above the table is scrolled away, and moves nothing. */
const wherePageIs = (page: Page) =>
  page.evaluate(() => ({
    focus: document.activeElement?.getAttribute("data-key"),
    top: Math.round(document.activeElement?.getBoundingClientRect().top ?? 0),
    height: document.activeElement?.getBoundingClientRect().height,
    selected: document.getSelection()?.toString(),
  }));

test("at the top the newest calls come in by themselves", async ({ page, acmeHost, simulator }) => {
  const calls = await openCalls(page, acmeHost.url + busyCampaign);
  await expect(calls.showing).toContainText("newest created first");
  const first = await calls.rows.first().getAttribute("data-key");
  await polls(page, 1, () => simulator.advance(120_000));
  await expect(calls.rows.first()).not.toHaveAttribute("data-key", first ?? "");
  await expect(calls.pill).toHaveCount(0);
});

test("a poll disturbs nobody who reads", async ({ page, acmeHost, simulator }) => {
  test.slow();
  const calls = await openCalls(page, acmeHost.url + busyCampaign);
  await calls.rows.first().focus();
  for (let press = 0; press < 6; press += 1) await page.keyboard.press("PageDown");
  const open = page.locator("[role=row][data-key]:focus");
  while ((await open.locator("[data-act=toggle]").count()) === 0) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(open.getByRole("gridcell", { name: "Attempts", exact: true }).getByRole("listitem").first()).toBeVisible();
  await open.evaluate((row) => {
    const number = row.querySelector("[data-act=copy]");
    if (number) document.getSelection()?.selectAllChildren(number);
  });
  const before = await wherePageIs(page);
  const shown = await calls.showing.textContent();

  await polls(page, 5, () => simulator.advance(60_000));

  expect(await wherePageIs(page)).toEqual(before);
  await expect(calls.showing).toHaveText(shown ?? "");
  await expect(calls.pill).toBeVisible();

  await calls.pill.click();
  await expect(calls.showing).toContainText("Showing 1–");
  // A row is open still: calls that come from now on wait again.
  await expect.poll(calls.total).toBeGreaterThan(Number(/of ([\d,]+) /.exec(shown ?? "")?.[1]?.replaceAll(",", "")));
});

test("an open menu stays open, with its focus, through a poll", async ({ page, acmeHost, simulator }) => {
  const calls = await openCalls(page, acmeHost.url + busyCampaign);
  await calls.chip("Outcome").click();
  const failed = page.getByRole("menuitemcheckbox", { name: "Failed" });
  await failed.focus();
  await polls(page, 2, () => simulator.advance(60_000));
  await expect(failed).toBeFocused();
});

test("filters name their values, stand in the link and can be cleared", async ({ page, acmeHost }) => {
  const calls = await openCalls(page, acmeHost.url + busyCampaign);
  const all = await calls.total();
  await calls.chip("Outcome").click();
  await page.getByRole("menuitemcheckbox", { name: "Failed" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Busy" }).click();
  await page.keyboard.press("Escape");
  await expect(calls.region.getByRole("button", { name: "Outcome: Busy, Failed" })).toBeFocused();
  await expect.poll(calls.total).toBeLessThan(all);
  await expect(calls.region.getByRole("status").filter({ hasText: "Busy, Failed" })).toHaveCount(1);

  await page.reload();
  await calls.rows.first().waitFor();
  const words = await calls.rows.locator("[role=gridcell]:nth-child(3)").allTextContents();
  expect(words.length).toBeGreaterThan(0);
  expect(words.filter((word) => word !== "Busy" && word !== "Failed")).toEqual([]);

  await calls.region.getByRole("button", { name: "Clear all filters" }).click();
  await expect.poll(calls.total).toBeGreaterThanOrEqual(all);
  expect(page.url()).not.toContain("outcome");
});

test("a filter that nothing fits says so and offers the way back", async ({ page, acmeHost }) => {
  await page.goto(`${acmeHost.url}${busyCampaign}?q=zzz`);
  const calls = callsOf(page);
  await expect(calls.region.getByText("No calls fit these filters.")).toBeVisible();
  await calls.region.getByRole("button", { name: "Clear filters" }).click();
  await expect(calls.rows.first()).toBeVisible();
});

test("a search finds part of a number; a whole one is in no address", async ({ page, acmeHost }) => {
  const calls = await openCalls(page, acmeHost.url + busyCampaign);
  const whole = (await calls.rows.first().getAttribute("data-key"))?.replace("to:", "") ?? "";
  await page.keyboard.press("/");
  await expect(calls.search).toBeFocused();

  const addresses: string[] = [];
  page.on("request", (request) => addresses.push(request.url()));
  await page.keyboard.type(whole.slice(-10));
  await expect.poll(calls.total).toBeLessThan(20);
  await expect(calls.rows.first()).toHaveAttribute("data-key", `to:${whole}`);
  expect([page.url(), ...addresses].filter((address) => address.includes(whole.slice(-7)))).toEqual([]);

  await page.keyboard.press("Escape");
  await expect(calls.search).toHaveValue("");
  await expect.poll(calls.total).toBeGreaterThan(1_000);
});

test("every row is reachable by keys, and the number can be copied", async ({ page, context, acmeHost }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const calls = await openCalls(page, acmeHost.url + busyCampaign);
  const focused = page.locator("[role=row]:focus");
  await calls.rows.first().focus();
  await page.keyboard.press("End");
  await expect(focused).toHaveAttribute("aria-rowindex", (await calls.grid.getAttribute("aria-rowcount")) ?? "");
  await expect(focused).toHaveAttribute("data-key", /^to:/);
  await page.keyboard.press("PageUp");
  await page.keyboard.press("Home");
  await expect(focused).toHaveAttribute("aria-rowindex", "2");
  await page.keyboard.press("c");
  await expect(calls.region.getByRole("status").filter({ hasText: "Copied" })).toHaveCount(1);
  expect(`to:${await page.evaluate(() => navigator.clipboard.readText())}`).toBe(await focused.getAttribute("data-key"));
});

test("a column's head sorts and says so", async ({ page, acmeHost }) => {
  const calls = await openCalls(page, acmeHost.url + busyCampaign);
  const head = calls.region.getByRole("columnheader", { name: "Retries" });
  await expect(head).toHaveAttribute("aria-sort", "none");
  await head.getByRole("button").click();
  await expect(head).toHaveAttribute("aria-sort", "descending");
  await expect(calls.showing).toContainText("most retries first");
  await expect(calls.rows.first()).toContainText("of 3 retries used");
  await expect(calls.rows.first().locator("[data-act=toggle]")).toBeVisible();
});

test("columns can be taken away, and the link keeps them", async ({ page, acmeHost }) => {
  const calls = await openCalls(page, acmeHost.url + busyCampaign);
  await calls.chip("Columns").click();
  await page.getByRole("menuitemcheckbox", { name: "Created" }).click();
  await page.keyboard.press("Escape");
  await page.reload();
  await calls.rows.first().waitFor();
  await expect(calls.region.getByRole("columnheader")).toHaveText(["Attempts", "To", "Outcome", "Retries", "Id"]);
});

test("the file holds exactly what is filtered and grouped", async ({ page, acmeHost }) => {
  const calls = await openCalls(page, `${acmeHost.url}c/acme/completed?outcome=busy,failed`);
  const total = await calls.total();
  const download = page.waitForEvent("download");
  await calls.region.getByRole("button", { name: "Export CSV" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^Autumn survey, numbers, .*\.csv$/);
  const lines = (await readFile(await file.path(), "utf8")).trim().split(/\r?\n/);
  expect(lines).toHaveLength(total + 1);
});

test("when calls cannot be read the rows stay, and trying again mends it", async ({ page, launch, simulator }) => {
  const { configuration, env } = acme(simulator.baseUrl, simulator.token);
  // Polled so seldom that nothing but trying again mends it.
  const host = await launch({ ...configuration, pollSeconds: { calling: 30, outsideHours: 30, finished: 30 } }, env);
  const calls = await openCalls(page, host.url + busyCampaign);
  await page.route("**/calls?**", (route) => route.abort());
  // Only now: until here a call may still come in.
  const first = await calls.rows.first().getAttribute("data-key");
  await calls.region.getByRole("columnheader", { name: "To" }).getByRole("button").click();
  await expect(calls.region.getByText("The calls could not be read.")).toBeVisible();
  await expect(calls.rows.first()).toHaveAttribute("data-key", first ?? "");
  await page.unroute("**/calls?**");
  await calls.region.getByRole("button", { name: "Try again" }).click();
  await expect(calls.region.getByText("The calls could not be read.")).toHaveCount(0);
  await expect(calls.showing).toContainText("by number");
});

test("a draft says that there is no call yet", async ({ page, acmeHost }) => {
  await page.goto(`${acmeHost.url}c/acme/draft`);
  await expect(callsOf(page).region.getByText("No calls yet.")).toBeVisible();
});

test("a word the platform alone knows is shown as it is", async ({ page, acmeHost }) => {
  const calls = await openCalls(page, `${acmeHost.url}c/acme/unknown-words?outcome=unknown`);
  await expect(calls.rows.first()).toContainText(/machine_detected|line_engaged/);
});

for (const width of [390, 320]) {
  test(`at ${width} px rows have two lines, nothing overflows and targets are large`, async ({ page, acmeHost }) => {
    await page.setViewportSize({ width, height: 800 });
    const calls = await openCalls(page, acmeHost.url + busyCampaign);
    await expect(calls.rows.nth(1)).toHaveCSS("height", "63px");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    for (const control of await calls.region.locator("button:visible:not([data-act])").all()) {
      expect((await control.boundingBox())?.height, (await control.textContent()) ?? "").toBeGreaterThanOrEqual(40);
    }
    await calls.chip("Order").click();
    await page.getByRole("menuitemradio", { name: "Most retries first" }).click();
    // Only the new order stands still: until it arrives the first row is another one.
    await expect(calls.showing).toContainText("most retries first");
    await expect(calls.region.getByRole("grid")).toHaveAttribute("aria-busy", "false");
    await calls.rows.first().getByRole("button", { name: /4 attempts/ }).click();
    await expect(calls.rows.first().getByRole("gridcell", { name: "Attempts", exact: true })).toBeVisible();
  });
}

test("on paper it is the first hundred rows and the filter", async ({ page, acmeHost }) => {
  const calls = await openCalls(page, `${acmeHost.url}${busyCampaign}?outcome=completed`);
  const scroll = await page.evaluate(() => window.scrollY);
  await page.emulateMedia({ media: "print" });
  await expect(calls.region.getByRole("table")).toContainText(/1–100 of [\d,]+ numbers, newest created first. Filter: Completed./);
  await expect(calls.region.getByRole("table").getByRole("row")).toHaveCount(101);
  await page.emulateMedia({ media: "screen" });
  await expect(calls.rows.first()).toBeVisible();
  expect(await page.evaluate(() => window.scrollY)).toBeLessThanOrEqual(scroll);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on the calls, ${colorScheme}`, async ({ page, acmeHost }) => {
    await page.emulateMedia({ colorScheme });
    const calls = await openCalls(page, `${acmeHost.url}${busyCampaign}?outcome=busy,failed&retries=1,2,3`);
    await calls.rows.first().locator("[data-act=toggle]").click();
    await expect(calls.rows.first().getByRole("listitem").first()).toBeVisible();
    await calls.chip("Columns").click();
    const found = await new AxeBuilder({ page }).include("#calls").analyze();
    expect(found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
  });
}
