/** @typedef {import("@playwright/test").Page} Page */
/**
 * @typedef {{ name: string, path: string, ready: string, poll: RegExp, touches: ((page: Page) => Promise<void>)[], edits?: (page: Page) => Promise<void> }} Surface
 *   `ready`: a selector of what stands there once the campaign is shown; `poll`: the path of what it
 *   polls; `touches`: what a reader does meanwhile, each leaving the page as it found it, none where nobody
 *   ever touches it; `edits`: the one of them that writes into a field, of which browsers keep a node for
 *   undoing, in any page.
 */

const campaign = "renewal-reminders";
/** So short that a touch that meets a fault is given up, not waited for. */
const patience = { timeout: 3_000 };

/** @param {Page} page */
const calls = (page) => page.getByRole("region", { name: "Calls", exact: true });

/** @param {Page} page */
async function scrollThrough(page) {
  await page.evaluate(() => window.scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" }));
  await page.waitForTimeout(150);
  await page.evaluate(() => window.scrollTo({ top: 0, behavior: "instant" }));
}

/** @param {Page} page */
async function search(page) {
  const box = calls(page).getByRole("textbox", { name: "Find a number or id" });
  await box.fill("call", patience);
  await page.waitForTimeout(300);
  await box.fill("", patience);
}

/** @param {Page} page */
async function openMenu(page) {
  await page.getByRole("banner").getByRole("button", { name: "Share" }).click(patience);
  await page.getByRole("menu").waitFor(patience);
  await page.keyboard.press("Escape");
}

/** @param {Page} page */
async function filter(page) {
  const choose = async () => {
    await calls(page).getByRole("button", { name: /^Outcome/ }).first().click(patience);
    await page.getByRole("menuitemcheckbox", { name: "Completed" }).click(patience);
    await page.keyboard.press("Escape");
  };
  await choose();
  await choose();
}

/** @param {Page} page */
async function hideAndShow(page) {
  for (const state of ["hidden", "visible"]) {
    await page.evaluate((value) => {
      Object.defineProperty(document, "visibilityState", { value, configurable: true });
      document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
    }, state);
    await page.waitForTimeout(200);
  }
}

/** Goes to the calls of a frame, does something there, and comes back. @param {(page: Page) => Promise<void>} [act] @returns {(page: Page) => Promise<void>} */
const amongCalls = (act) => async (page) => {
  await page.getByRole("tab", { name: "Calls" }).click(patience);
  await page.locator("[role=row][data-key]").first().waitFor(patience);
  await act?.(page);
  await page.getByRole("tab", { name: "Overview" }).click(patience);
};

/** @param {Page} page */
async function lookAtFiles(page) {
  await page.getByRole("tab", { name: "Files" }).click(patience);
  await page.getByRole("tab", { name: "Overview" }).click(patience);
}

const searchInFrame = amongCalls(search);
const poll = new RegExp(`/api/v1/connections/acme/campaigns/${campaign}$`);

/** What is soaked, side by side in one browser. A further surface is one more entry. @type {Surface[]} */
export const surfaces = [
  {
    name: "page",
    path: `c/acme/${campaign}`,
    ready: "[role=row][data-key]",
    poll,
    touches: [scrollThrough, search, openMenu, filter, hideAndShow],
    edits: search,
  },
  {
    name: "embed",
    path: `embed/acme/${campaign}`,
    ready: "#embed-panel button",
    poll,
    touches: [amongCalls(), searchInFrame, lookAtFiles, amongCalls(filter), hideAndShow],
    edits: searchInFrame,
  },
  {
    name: "wall",
    path: `wall/acme/${campaign}`,
    ready: "main dl",
    poll,
    touches: [],
  },
];
