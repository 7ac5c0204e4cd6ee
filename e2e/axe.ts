import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** What axe finds in either theme, one line a place. */
export async function violations(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const result = await new AxeBuilder({ page }).analyze();
    for (const { id, help, nodes } of result.violations) {
      for (const { target } of nodes) found.push(`${colorScheme}: ${id} (${help}): ${target.join(" ")}`);
    }
  }
  return found;
}
