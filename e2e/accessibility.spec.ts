import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

/** What axe finds, one line a place. */
async function violations(page: Page): Promise<string[]> {
  const found = await new AxeBuilder({ page }).analyze();
  return found.violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id} (${help}): ${target.join(" ")}`));
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("axe finds nothing on the home page", async ({ page, demo }) => {
      await page.goto(demo.url);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await page.waitForLoadState("networkidle");
      expect(await violations(page)).toEqual([]);
    });

    test("axe finds nothing on the published sample", async ({ page, published }) => {
      await page.goto(published.url);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sales Campaign");
      await page.waitForLoadState("networkidle");
      expect(await violations(page)).toEqual([]);
    });
  });
}
