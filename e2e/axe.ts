import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** The rules that a theme can break by itself; all others are looked at once. */
const colourRules = ["color-contrast", "link-in-text-block"];

/** What axe finds in either theme, one line a place; on the whole page or in some parts of it. */
export async function violations(page: Page, parts: readonly string[] = []): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    // Legacy: in this page alone. There are no frames to see into, and it is twice as fast.
    const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
    for (const part of parts) axe.include(part);
    if (colorScheme === "dark") axe.withRules(colourRules);
    const result = await axe.analyze();
    for (const { id, help, nodes } of result.violations) {
      for (const { target } of nodes) found.push(`${colorScheme}: ${id} (${help}): ${target.join(" ")}`);
    }
  }
  return found;
}
