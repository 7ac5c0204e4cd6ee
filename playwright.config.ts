import { defineConfig } from "@playwright/test";
import { browserFlags, findBrowser } from "./scripts/browser.mjs";

const executablePath = findBrowser();

/** Drives the built product; each test file starts the hosts it needs (e2e/fixtures.ts). */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: true,
  // Most of the time they wait for a clock.
  workers: 3,
  // A machine that does something else for a moment; what passed only then is reported as flaky.
  retries: process.env.CI === undefined ? 0 : 1,
  // Generous, for slow machines: they cost nothing while tests pass.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    viewport: { width: 1280, height: 900 },
    launchOptions: { args: browserFlags(), ...(executablePath === undefined ? {} : { executablePath }) },
    // Recording each step of each test makes all of them slower.
    trace: "on-first-retry",
  },
});
