import { rmSync } from "node:fs";
import { join } from "node:path";
import { acme, expect, startHost, test } from "./fixtures.ts";
import { nextBuild } from "./next-build.ts";

test("[fault: new version deployed] [fault: service restarted] upgraded under an open page: what it has not loaded yet is gone, so it loads itself again, once", async ({ page, simulator }) => {
  const { configuration, env } = acme(simulator.baseUrl, simulator.token);
  const before = await startHost(configuration, env);
  const next = nextBuild();
  const port = Number(new URL(before.url).port);
  try {
    const loads: string[] = [];
    page.on("request", (request) => {
      if (request.isNavigationRequest()) loads.push(request.url());
    });
    await page.goto(before.url);
    const link = page.getByRole("link", { name: "Q2 Lead Re-engagement" });
    await expect(link).toBeVisible();
    await before.stop("SIGKILL");
    const after = await startHost({ ...configuration, port }, env, [], join(next, "server/main.js"));
    try {
      await link.click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Q2 Lead Re-engagement");
      await expect(page.getByRole("region", { name: "Calls", exact: true }).locator("[role=row][data-key]").first()).toBeVisible();
      expect(new URL(page.url()).pathname).toBe("/c/acme/q2-lead-re-engagement");
      expect(loads).toHaveLength(2);
      const scripts = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.includes("/assets/") && name.endsWith(".js")));
      expect(scripts.length).toBeGreaterThan(0);
      expect(scripts.filter((name) => !name.endsWith("-next.js"))).toEqual([]);
    } finally {
      await after.stop();
    }
  } finally {
    rmSync(next, { recursive: true });
  }
});
