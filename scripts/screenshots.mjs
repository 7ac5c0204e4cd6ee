import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { browserFlags, needBrowser } from "./browser.mjs";
import { root } from "./run.mjs";
import { everyFrame, frameStates, openFrame, pairing } from "./screenshots/frames.mjs";

/*
 * The pictures of README and docs, taken of the built product: `npm run build`
 * first. `--all DIRECTORY` takes every campaign and state at every width in both
 * themes instead, for whoever judges a change by eye. `--only frames` leaves
 * everything else out: frames, and displays that are let in.
 */
const { values: asked } = parseArgs({ options: { all: { type: "string" }, only: { type: "string" } } });
const allInto = asked.all === undefined ? undefined : resolve(asked.all);
const into = allInto ?? join(root, "docs/screenshots");
const widths = [320, 390, 640, 940, 1180, 1440, 2560];
mkdirSync(into, { recursive: true });

/** @typedef {import("@playwright/test").Page} Page */

/**
 * Starts the built program and waits for what it prints.
 * @param {string[]} args @param {string} cwd @param {RegExp[]} patterns @param {Record<string, string>} [env]
 */
async function start(args, cwd, patterns, env = {}) {
  const child = spawn(process.execPath, [join(root, "dist/server/main.js"), ...args], { cwd, env: { PATH: process.env.PATH ?? "", ...env } });
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (chunk) => (text += chunk));
  child.stderr.setEncoding("utf8").on("data", (chunk) => (text += chunk));
  const found = () => patterns.map((pattern) => pattern.exec(text)?.[1]);
  while (found().includes(undefined)) {
    if (child.exitCode !== null) throw new Error(`The program ended first:\n${text}`);
    await new Promise((wait) => setTimeout(wait, 50));
  }
  return { child, values: found().map(String) };
}

const simulator = await start(["simulator", "--port", "0", "--controls", "--requests-per-minute", "100000"], tmpdir(), [
  /Simulator listening on (\S+)\n/,
  /Base URL: (\S+\/talkover)\n/,
  /Talkover demo: API token (\S+)\n/,
  /\/talkover\n.+\n {2}Campaigns: (.+)\n/,
]);
const [origin = "", baseUrl = "", token = "", names = ""] = simulator.values;
const directory = mkdtempSync(join(tmpdir(), "callboard-screenshots-"));
const acme = { provider: "talkover", label: "Acme", baseUrl, token: { env: "ACME_TOKEN" } };
writeFileSync(join(directory, "callboard.config.json"), JSON.stringify({ connections: { acme } }));
/** A host that shows the demo to those who were let in. */
const guarded = mkdtempSync(join(tmpdir(), "callboard-screenshots-"));
writeFileSync(join(guarded, "callboard.config.json"), JSON.stringify({ access: { mode: "token", secrets: [{ env: "CALLBOARD_SECRET" }] } }));
const secrets = { ACME_TOKEN: token, CALLBOARD_SECRET: randomBytes(32).toString("base64url") };
const browser = await chromium.launch({ executablePath: await needBrowser(), args: browserFlags() });

/**
 * A host that reads the simulator, or shows the demo; each state has its own, since some faults hold for a whole connection.
 * @param {string} cwd @param {(url: string, end: () => Promise<void>) => Promise<void>} show
 */
async function withHost(cwd, show) {
  const { child, values } = await start(["--port", "0"], cwd, [/Callboard listening on (\S+)/], secrets);
  const ended = new Promise((settle) => child.on("close", () => settle(undefined)));
  const end = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  try {
    await show(values[0] ?? "", end);
  } finally {
    await end();
  }
}

/** @typedef {{ width?: number, height?: number, theme?: string }} Look */

/** @param {string} address @param {Look} [look] */
async function open(address, { width = 1440, height = 900, theme = "light" } = {}) {
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: width < 700 ? 2 : 1 });
  await page.clock.install();
  await page.goto(`${address}${address.includes("?") ? "&" : "?"}theme=${theme}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForLoadState("networkidle");
  await page.clock.runFor(1_000);
  return page;
}

/** @param {Page} page @param {string} name */
async function snap(page, name) {
  await page.screenshot({ path: join(into, `${name}.png`) });
  console.log(`${name}.png`);
}

/** @param {Page} page @param {string} name */
async function take(page, name) {
  await snap(page, name);
  await page.close();
}

/** @param {Page} page @param {string} name @param {number} height */
async function takeAtEveryWidth(page, name, height) {
  for (const width of widths) {
    await page.setViewportSize({ width, height });
    await page.clock.runFor(500);
    await page.screenshot({ path: join(into, `${name}-${width}.png`) });
  }
  await page.close();
  console.log(`${name}-*.png`);
}

const screens = { "1080p": [1920, 1080], "4k": [3840, 2160], upright: [1080, 1920], laptop: [1366, 768], wide: [2560, 1080] };

/**
 * A wall once it is live.
 * @param {string} address @param {{ width?: number, height?: number }} [screen]
 */
async function openWall(address, { width = 1920, height = 1080 } = {}) {
  const page = await browser.newPage({ viewport: { width, height } });
  await page.clock.install();
  await page.goto(address);
  await page.locator("header").getByText(/^Live/).waitFor();
  await page.clock.runFor(1_000);
  return page;
}

/** Fifteen minutes without an answer, as a wall tells them. @param {Page} page */
async function cutOff(page) {
  await page.context().setOffline(true);
  await page.locator("header").getByText(/^Offline/).waitFor();
  await page.clock.fastForward(15 * 60_000);
  await page.getByText("NOT LIVE", { exact: true }).waitFor();
}

/** Every wall worth judging, on every screen, in both themes. */
async function walls() {
  const several = "wall?campaigns=demo/files-in-trouble,demo/q2-lead-re-engagement,kore-demo/cd-payment-reminder";
  const paths = {
    live: "wall/demo/q2-lead-re-engagement",
    several,
    uncounted: "wall/callers-demo/65f1c0ffee00000000000001",
    paged: "wall/dialnexa-demo/cmp_reengage",
    long: "wall/demo/long-name",
    arabic: "wall/demo/arabic",
    japanese: "wall/demo/japanese",
    draft: "wall/demo/draft",
    completed: "wall/demo/completed",
    mistake: "wall/demo/paused?evry=30s",
  };
  await withHost(tmpdir(), async (url) => {
    for (const theme of ["light", "dark"]) {
      for (const [name, path] of Object.entries(paths)) {
        const page = await openWall(`${url}${path}${path.includes("?") ? "&" : "?"}theme=${theme}`);
        for (const state of name === "live" || name === "several" ? ["", "-not-live"] : [""]) {
          if (state !== "") await cutOff(page);
          for (const [screen, [width = 0, height = 0]] of Object.entries(screens)) {
            await page.setViewportSize({ width, height });
            await page.clock.runFor(500);
            await page.screenshot({ path: join(into, `wall-${name}${state}-${screen}-${theme}.png`) });
          }
        }
        await page.close();
        console.log(`wall-${name}-*-${theme}.png`);
      }
    }
  });
}

/** @param {object} fault */
const play = (fault) => fetch(`${origin}/_faults`, { method: "POST", body: JSON.stringify(fault) });
const behave = () => fetch(`${origin}/_faults`, { method: "DELETE" });

/** What a platform does before anything was read of it. */
const firstFaults = {
  "credential-refused": { fault: "status", status: 401 },
  forbidden: { fault: "status", status: 403 },
  "server-error": { fault: "html-502" },
  unreadable: { fault: "wrong-shape" },
  unreachable: { fault: "socket-destroy" },
};

/** Later, what was read stays. Each leads an open page into its state. */
const laterFaults = {
  /** @param {Page} page */
  "not-live": async (page) => {
    await play({ fault: "status", status: 503 });
    // As if the last good answer were older than it is.
    await page.route(/campaigns\/\w+$/, async (route) => {
      const response = await route.fetch();
      const headers = response.headers();
      const readAt = String(Number(headers["callboard-read-at"]) - 15 * 60_000);
      await route.fulfill({ response, headers: { ...headers, "callboard-read-at": readAt } });
    });
    await page.clock.runFor(1_000);
    await page.getByRole("button", { name: /Read now/ }).click();
    await page.getByText("NOT LIVE", { exact: true }).waitFor();
  },
  /** @param {Page} page */
  "rate-limited": async (page) => {
    await play({ fault: "status", status: 429, retryAfter: "40" });
    await page.clock.runFor(1_000);
    await page.getByRole("button", { name: /Read now/ }).click();
    await page.getByText(/asked for fewer requests/).waitFor();
  },
  /** @param {Page} page @param {() => Promise<void>} endHost */
  offline: async (page, endHost) => {
    await endHost();
    await page.getByRole("button", { name: /Read now/ }).click();
    await page.getByText("No connection to Callboard").waitFor();
  },
};

/** @param {Look} look @param {string[]} wanted @param {(page: Page, name: string) => Promise<void>} shoot */
async function states(look, wanted, shoot) {
  for (const [name, fault] of Object.entries(firstFaults)) {
    if (!wanted.includes(name)) continue;
    await play(fault);
    await withHost(directory, async (url) => shoot(await open(`${url}c/acme/paused`, { ...look, height: 480 }), name));
    await behave();
  }
  for (const [name, lead] of Object.entries(laterFaults)) {
    if (!wanted.includes(name)) continue;
    await withHost(directory, async (url, end) => {
      const page = await open(`${url}c/acme/paused`, { ...look, height: 640 });
      await lead(page, end);
      await shoot(page, name);
    });
    await behave();
  }
}

/** @param {string} theme @param {string} [suffix] */
async function displays(theme, suffix = "") {
  await withHost(guarded, async (url) => {
    const made = execFileSync(process.execPath, [join(root, "dist/server/main.js"), "token", "--link", "--permissions", "displays"], { cwd: guarded, env: { PATH: process.env.PATH ?? "", ...secrets }, encoding: "utf8" });
    const link = url + (/sign-in#\S+/.exec(made)?.[0] ?? "");
    await pairing({ browser, url, link, theme }, (page, name) => snap(page, `${name}${suffix}`));
  });
}

/** The pictures of docs/embedding.md and docs/operations.md. */
async function framePictures() {
  await withHost(tmpdir(), async (url) => {
    await take(await openFrame({ browser, url }, frameStates.overview, { width: 420, height: 640, theme: "light" }), "embed-narrow");
    await take(await openFrame({ browser, url }, frameStates.calls, { width: 960, height: 480, theme: "dark" }), "embed-wide");
  });
  await displays("dark");
}

async function pictures() {
  await framePictures();
  if (asked.only === "frames") return;
  await withHost(tmpdir(), async (url) => {
    const q2 = `${url}c/demo/q2-lead-re-engagement?range=days`;
    await take(await open(q2, { height: 1180 }), "page-light");
    await take(await open(q2, { height: 1180, theme: "dark" }), "page-dark");
    await take(await open(q2, { width: 390, height: 844 }), "page-phone");
    await take(await open(url, { height: 740 }), "home");
    const calls = await open(`${q2}&outcome=busy,failed&retries=1,2`, { height: 600 });
    await calls.locator("[data-act=toggle]").first().click();
    await calls.getByRole("gridcell", { name: "Attempts", exact: true }).getByRole("listitem").first().waitFor();
    await calls.getByRole("region", { name: "Calls" }).evaluate((section) => section.scrollIntoView());
    await calls.clock.runFor(500);
    await take(calls, "calls");
    await take(await open(`${url}c/demo/draft`), "draft");
    await take(await open(`${url}c/demo/campaign-uuid-9`, { height: 480 }), "not-found");
  });
  await withHost(tmpdir(), async (url) => {
    await take(await openWall(`${url}wall/demo/q2-lead-re-engagement`), "wall-live");
    const page = await openWall(`${url}wall/demo/q2-lead-re-engagement`);
    await cutOff(page);
    await take(page, "wall-not-live");
    await take(await openWall(`${url}wall?campaigns=demo/files-in-trouble,demo/q2-lead-re-engagement&theme=light`), "wall-turns");
  });
  await states({}, ["credential-refused", "not-live", "rate-limited", "offline"], take);
}

async function everything() {
  await withHost(tmpdir(), (url) => everyFrame({ browser, url }, snap));
  for (const theme of ["light", "dark"]) await displays(theme, `-${theme}`);
  if (asked.only === "frames") return;
  await walls();
  for (const theme of ["light", "dark"]) {
    await states({ theme }, [...Object.keys(firstFaults), ...Object.keys(laterFaults)], (page, name) => takeAtEveryWidth(page, `${name}-${theme}`, 640));
    await withHost(directory, async (url) => {
      for (const path of ["", "nowhere", "c/acme/campaign-uuid-9", ...names.split(", ").map((name) => `c/acme/${name}`)]) {
        await takeAtEveryWidth(await open(url + path, { theme }), `${path.split("/").at(-1) || "home"}-${theme}`, 3_000);
      }
    });
  }
}

try {
  await (allInto === undefined ? pictures() : everything());
} finally {
  await browser.close();
  simulator.child.kill("SIGTERM");
  for (const each of [directory, guarded]) rmSync(each, { recursive: true });
}
