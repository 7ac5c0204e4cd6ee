import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
    globalSetup: ["scripts/test-programs.mjs"],
    setupFiles: ["scripts/fail-on-console.ts"],
    // Many of them wait for a clock or another process: one worker a core, as the browser tests have.
    maxWorkers: "100%",
    // Generous, for slow machines: property tests and tests that start a process share two cores with the rest.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    restoreMocks: true,
  },
});
