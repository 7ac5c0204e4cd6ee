import type { Frame, Locator, Page } from "@playwright/test";
import { violations } from "./axe.ts";
import { frameOf, mountIn, test } from "./embed-host.ts";
import { expect } from "./fixtures.ts";

const campaignPath = "/api/v1/connections/acme/campaigns/c1";

/** Counts what the frame asks of the campaign. */
function polls(page: Page): () => number {
  let count = 0;
  page.on("request", (request) => {
    if (new URL(request.url()).pathname === campaignPath) count += 1;
  });
  return () => count;
}

const heading = (frame: Frame) => frame.getByRole("heading", { level: 1, name: "Sales Campaign" });

test.beforeEach(({ embedded: { crm, tokenFor } }) => crm.backend(async () => ({ status: 200, body: await tokenFor() })));

test("a page of another site with a strict policy shows a campaign to its viewer, without cookies or storage", async ({ page, context, embedded: { crm, base } }) => {
  const frame = await mountIn(page, crm);
  await expect(heading(frame)).toBeVisible();
  await frame.getByRole("tab", { name: "Calls" }).click();
  await frame.getByRole("textbox", { name: "Last four digits or id" }).fill("0123");
  await expect(frame.getByRole("row", { name: /0123/ })).toHaveCount(1);
  await expect.poll(() => page.evaluate(() => globalThis.events)).toEqual([{ type: "ready" }, { type: "status", status: "active", freshness: "live" }]);
  // This browser keeps frames of other sites from storage: to ask for it is an error.
  expect(await frame.evaluate(() => [() => localStorage, () => sessionStorage].map((ask) => { try { return typeof ask(); } catch (error) { return String(error).slice(0, 13); } }))).toEqual(["SecurityError", "SecurityError"]);
  expect(await context.cookies()).toEqual([]);
  const open = frame.getByRole("link", { name: /Open/ });
  expect([await open.evaluate((link) => (link as HTMLAnchorElement).href), await open.getAttribute("target")]).toEqual([`${base}c/acme/c1`, "_blank"]);
});

for (const width of [300, 400, 720, 1200]) {
  test(`${width} px wide, whatever the height: nothing overflows, one thing scrolls, no menu leaves the frame`, async ({ page, embedded: { crm } }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    const frame = await mountIn(page, crm, { width, height: 750, theme: "dark" });
    await expect(heading(frame)).toBeVisible();
    await frame.getByRole("tab", { name: "Calls" }).click();
    await expect(frame.getByText(/^Showing/)).toBeVisible();
    const [summary, tabs] = await Promise.all([heading(frame).boundingBox(), frame.getByRole("tablist").boundingBox()]);
    expect((tabs?.x ?? 0) > (summary?.x ?? 0) + 250).toBe(width >= 720);
    for (const height of [100, 400, 750]) {
      await page.evaluate((pixels) => globalThis.handle.update({ height: pixels }), height);
      await expect.poll(() => frame.evaluate(() => window.innerHeight)).toBe(height);
      const chip = frame.getByRole("button", { name: "Outcome", exact: true }).first();
      await chip.click();
      const menu = frame.getByRole("menu", { name: "Outcome" });
      await expect(menu).toBeVisible();
      const found = await menu.evaluate((list) => {
        const box = list.getBoundingClientRect();
        const scrollers = [...document.querySelectorAll("body *")].filter((each) => each !== list && each.scrollHeight > each.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(each).overflowY));
        return { outside: box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight, wide: document.documentElement.scrollWidth - innerWidth, scrollers: scrollers.length };
      });
      expect({ height, ...found }).toEqual({ height, outside: false, wide: 0, scrollers: 0 });
      await page.keyboard.press("Escape");
    }
  });
}

test.describe("under a finger", () => {
  test.use({ hasTouch: true });

  /** The controls that a finger in the middle of 40 px around their own middle would miss, by name. Figures that say more when touched stand in text. */
  const missed = (part: Locator) =>
    part.evaluate((element) =>
      [...element.querySelectorAll<HTMLElement>("button:not(.cursor-help), a, input")].flatMap((control) => {
        if (!control.checkVisibility()) return [];
        control.scrollIntoView({ block: "center", behavior: "instant" });
        const box = control.getBoundingClientRect();
        const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
        const reaches = ([right, down]: readonly [number, number]) => {
          const hit = document.elementFromPoint(x + right, y + down);
          return hit !== null && (control.closest("label") ?? control).contains(hit);
        };
        const around = [[-19, 0], [19, 0], [0, -19], [0, 19]] as const;
        return around.every(reaches) ? [] : [`${control.getAttribute("aria-label") ?? control.textContent}: ${Math.round(box.width)} × ${Math.round(box.height)}`];
      }),
    );

  for (const width of [320, 1200]) {
    test(`${width} px wide every control is 40 px high and wide, and nothing overflows`, async ({ page, embedded: { crm } }) => {
      await page.setViewportSize({ width: 1280, height: 900 });
      const frame = await mountIn(page, crm, { width, height: 750 });
      const look = async () => ({ missed: await missed(frame.locator("body")), wide: await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth) });
      const well = { missed: [], wide: 0 };
      await expect(frame.getByRole("button", { name: "Show as table" })).toBeVisible();
      expect(await look()).toEqual(well);
      await frame.getByRole("tab", { name: "Calls" }).click();
      await frame.getByRole("button", { name: "Time", exact: true }).click();
      expect(await missed(frame.getByRole("menu", { name: "Time" }))).toEqual([]);
      await frame.getByRole("menuitem", { name: "From … to …" }).click();
      await frame.getByRole("textbox", { name: "Last four digits or id" }).fill("0007");
      await expect(frame.getByRole("button", { name: "3 attempts" })).toBeVisible();
      expect(await look()).toEqual(well);
      await frame.getByRole("tab", { name: "Files" }).click();
      await expect(frame.getByRole("tabpanel").getByText("contact files")).toBeVisible();
      expect(await look()).toEqual(well);
    });
  }
});

test("[fault: hidden tab] a frame scrolled out of view stops asking, and asks within a second of coming back; so it does where its host hides it", async ({ page, embedded: { crm } }) => {
  const asked = polls(page);
  const frame = await mountIn(page, crm, { path: "/below" });
  await heading(frame).waitFor({ state: "attached" });
  await page.waitForTimeout(1_500);
  let before = asked();
  await page.waitForTimeout(3_000);
  expect(asked()).toBe(before);

  await page.evaluate(() => globalThis.handle.frame.scrollIntoView());
  await expect.poll(asked, { timeout: 1_000, intervals: [50] }).toBeGreaterThan(before);
  await expect(frame.getByRole("button", { name: /^Live[^]*ago/ })).toBeVisible();

  await page.evaluate(() => globalThis.handle.update({ visible: false }));
  await page.waitForTimeout(1_200);
  before = asked();
  await page.waitForTimeout(2_500);
  expect(asked()).toBe(before);
  await page.evaluate(() => globalThis.handle.update({ visible: true }));
  await expect.poll(asked, { timeout: 1_000, intervals: [50] }).toBeGreaterThan(before);
});

test("the frame follows its content within its limits, its host's theme, and leaves nothing behind", async ({ page, embedded: { crm } }) => {
  const asked = polls(page);
  const frame = await mountIn(page, crm, { height: { min: 200, max: 640 } });
  await expect(heading(frame)).toBeVisible();
  const height = () => page.evaluate(() => globalThis.handle.frame.offsetHeight);
  await frame.getByRole("tab", { name: "Calls" }).click();
  await expect.poll(height).toBe(640);
  await frame.getByRole("tab", { name: "Files" }).click();
  await expect.poll(height).toBeLessThan(400);
  expect(await height()).toBe(await frame.locator("[data-surface=embed]").evaluate((content) => Math.ceil(content.getBoundingClientRect().height)));

  const ground = () => frame.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(await ground()).toBe("rgb(255, 255, 255)");
  await page.evaluate(() => globalThis.handle.update({ theme: "dark" }));
  await expect.poll(ground).toBe("rgb(15, 16, 19)");

  await page.evaluate(() => globalThis.handle.unmount());
  await page.evaluate(() => globalThis.handle.unmount());
  expect(await page.locator("iframe").count()).toBe(0);
  const before = [asked(), crm.asked()];
  await page.waitForTimeout(2_000);
  expect([asked(), crm.asked()]).toEqual(before);
});

test.describe("in a frame alone", () => {
  test.use({ plantedError: /Download is disallowed|download/i });

  test("with scripts and its own origin allowed and nothing more, on a host that asks for no access, it works; the export says what it needs", async ({ page, launch, simulator, embedded: { crm } }) => {
    const connection = { provider: "talkover", label: "Acme", baseUrl: simulator.baseUrl, token: { env: "ACME_TOKEN" }, frameAncestors: [crm.origin] };
    const host = await launch({ connections: { acme: connection } }, { ACME_TOKEN: simulator.token });
    await page.goto(`${crm.origin}/alone?src=${encodeURIComponent(`${host.url}embed/acme/${simulator.campaigns[0]}?tab=calls`)}`);
    const frame = await frameOf(page);
    await expect(frame.getByText(/^Showing/)).toBeVisible();
    await frame.getByRole("button", { name: "Export CSV" }).click();
    await expect(frame.getByText("allow-downloads")).toBeVisible();
  });
});

test("axe finds nothing in any of the panels, nor where access is missing", async ({ page, acmeHost, simulator, embedded: { host } }) => {
  test.slow();
  await page.setViewportSize({ width: 420, height: 700 });
  await page.goto(`${acmeHost.url}embed/acme/${simulator.campaigns[0]}`);
  for (const name of ["Overview", "Calls", "Files"]) {
    await page.getByRole("tab", { name }).click();
    await expect(page.getByRole("tabpanel").getByText(name === "Overview" ? "Outcomes" : name === "Calls" ? /^Showing/ : "contact files").first()).toBeVisible();
    expect([name, ...(await violations(page))]).toEqual([name]);
  }
  await page.goto(`${host.url}embed/acme/c1`);
  await expect(page.getByRole("heading", { name: "This frame does not know who is looking" })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test.describe("a frame that shows something else", () => {
  // The browser's own word on it, which no page can read.
  test.use({ plantedError: /frame-ancestors/ });

  test("a host whose frame never speaks is told what to look at", async ({ page, embedded: { crm } }) => {
    await page.clock.install();
    await mountIn(page, crm, { connection: "nobody" });
    await page.clock.runFor(19_000);
    expect(await page.evaluate(() => globalThis.events)).toEqual([]);
    await page.clock.runFor(2_000);
    expect(await page.evaluate(() => globalThis.events)).toEqual([{ type: "error", code: "no_answer", message: expect.stringContaining(`is ${crm.origin} among the frameAncestors of nobody?`) }]);
  });
});
