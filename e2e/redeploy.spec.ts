import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { acme, expect, startHost, test } from "./fixtures.ts";

/** The build as the next version would be: the same program, every file of the page under another name. */
function nextBuild(): string {
  mkdirSync(resolve(".cache"), { recursive: true });
  const directory = mkdtempSync(resolve(".cache/next-build-"));
  cpSync(resolve("dist"), directory, { recursive: true });
  const assets = join(directory, "client/assets");
  const names = readdirSync(assets).filter((name) => /\.(?:js|css)$/.test(name));
  const renamed = new Map(names.map((name) => [name, name.replace(/\.(?=\w+$)/, "-next.")]));
  const texts = [...names.map((name) => join(assets, name)), join(directory, "client/index.html")];
  for (const path of texts) {
    let text = readFileSync(path, "utf8");
    for (const [name, next] of renamed) text = text.replaceAll(name, next);
    writeFileSync(path, text);
  }
  for (const [name, next] of renamed) renameSync(join(assets, name), join(assets, next));
  return directory;
}

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
