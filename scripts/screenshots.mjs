import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium } from "@playwright/test";
import { browserFlags, needBrowser } from "./browser.mjs";
import { root } from "./run.mjs";

/*
 * The pictures of README and docs, taken of the built product: `npm run build`
 * first. `--all DIRECTORY` takes every campaign at every width in both themes
 * instead, for whoever judges a change by eye.
 */
const allInto = process.argv[2] === "--all" ? resolve(process.argv[3] ?? "screenshots") : undefined;
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

const simulator = await start(["simulator", "--port", "0", "--controls", "--requests-per-minute", "100000"], tmpdir(), [/Simulator listening on (\S+)/, /Token: (\S+)/, /Campaigns: (.+)\n/]);
const [baseUrl = "", token = "", names = ""] = simulator.values;
const directory = mkdtempSync(join(tmpdir(), "callboard-screenshots-"));
const acme = { provider: "talkover", label: "Acme", baseUrl, token: { env: "ACME_TOKEN" } };
writeFileSync(join(directory, "callboard.config.json"), JSON.stringify({ connections: { acme } }));
const host = await start(["--port", "0"], directory, [/Callboard listening on (\S+)/], { ACME_TOKEN: token });
const [url = ""] = host.values;
const demo = await start(["--port", "0"], tmpdir(), [/Callboard listening on (\S+)/]);
const [demoUrl = ""] = demo.values;
const browser = await chromium.launch({ executablePath: await needBrowser(), args: browserFlags() });

/**
 * @param {string} address @param {{ width?: number, height?: number, theme?: string }} [look]
 * @returns {Promise<Page>}
 */
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
async function take(page, name) {
  await page.screenshot({ path: join(into, `${name}.png`) });
  await page.close();
  console.log(`${name}.png`);
}

/** @param {object} fault */
const play = (fault) => fetch(`${baseUrl}/_faults`, { method: "POST", body: JSON.stringify(fault) });
const behave = () => fetch(`${baseUrl}/_faults`, { method: "DELETE" });

async function pictures() {
  const q2 = `${demoUrl}c/demo/q2-lead-re-engagement`;
  await take(await open(q2, { height: 1180 }), "page-light");
  await take(await open(q2, { height: 1180, theme: "dark" }), "page-dark");
  await take(await open(q2, { width: 390, height: 844 }), "page-phone");
  await take(await open(demoUrl), "home");
  const calls = await open(`${demoUrl}c/demo/completed?outcome=failed,busy`);
  await calls.getByRole("region", { name: "Calls" }).evaluate((section) => section.scrollIntoView());
  await take(calls, "calls");
  await take(await open(`${demoUrl}c/demo/draft`), "draft");
  await take(await open(`${demoUrl}c/demo/campaign-uuid-9`, { height: 480 }), "not-found");
  await failures(`${url}c/acme/paused`);
}

/** What a reader sees when the platform or Callboard itself is away. @param {string} campaign */
async function failures(campaign) {
  const stale = await open(campaign, { height: 640 });
  await play({ fault: "status", status: 503 });
  await stale.clock.fastForward(15 * 60_000);
  await stale.getByText("NOT LIVE", { exact: true }).waitFor();
  await take(stale, "not-live");
  await behave();

  const refused = await open(`${url}c/acme/cancelled`, { height: 640 });
  await play({ fault: "status", status: 429, retryAfter: "40" });
  await refused.clock.runFor(1_000);
  await refused.getByRole("button", { name: /Read now/ }).click();
  await refused.getByText(/asked for fewer requests/).waitFor();
  await take(refused, "rate-limited");
  await behave();

  const offline = await open(`${demoUrl}c/demo/paused`, { height: 640 });
  demo.child.kill("SIGTERM");
  await new Promise((ended) => demo.child.on("close", ended));
  await offline.getByRole("button", { name: /Read now/ }).click();
  await offline.getByText("No connection to Callboard").waitFor();
  await take(offline, "offline");
}

async function everything() {
  for (const name of ["", ...names.split(", ").map((campaign) => `c/acme/${campaign}`)]) {
    for (const width of widths) {
      for (const theme of ["light", "dark"]) {
        await take(await open(url + name, { width, height: 3_000, theme }), `${name.split("/").at(-1) || "home"}-${width}-${theme}`);
      }
    }
  }
}

try {
  await (allInto === undefined ? pictures() : everything());
} finally {
  await browser.close();
  for (const { child } of [simulator, host, demo]) child.kill("SIGTERM");
}
