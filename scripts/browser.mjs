import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { run, runTool } from "./run.mjs";

const systemPaths = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * The Chromium to test with: the one named, the system's, or Playwright's own.
 * @returns {string | undefined} its path; undefined where there is none
 */
export function findBrowser() {
  const named = process.env.CALLBOARD_CHROMIUM;
  if (named !== undefined && named !== "") return named;
  return [...systemPaths, chromium.executablePath()].find((path) => existsSync(path));
}

const isRoot = () => process.getuid?.() === 0;

/**
 * As `findBrowser`, and installs one where there is none: Playwright's, or
 * Debian's when that fails and the user is root.
 * @returns {Promise<string>}
 */
export async function needBrowser() {
  const found = findBrowser();
  if (found !== undefined) return found;
  console.log("No Chromium found; installing Playwright's …");
  await runTool("playwright", ["install", "chromium"], { show: true });
  if (findBrowser() === undefined && isRoot() && existsSync("/usr/bin/apt-get")) {
    console.log("Playwright's could not be installed; installing Debian's …");
    await run("apt-get", ["update"], { show: true });
    await run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { show: true });
  }
  const installed = findBrowser();
  if (installed === undefined) throw new Error("There is no Chromium: install one, or name it in CALLBOARD_CHROMIUM.");
  return installed;
}

/** Flags for a browser that reaches nothing but the pages under test. Chromium has no sandbox for root. */
export const browserFlags = () => [
  ...(isRoot() ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
