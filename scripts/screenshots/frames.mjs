/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {{ width: number, height: number, theme: string, touch?: boolean }} FrameLook */
/** @typedef {{ browser: import("@playwright/test").Browser, url: string }} At */

/** Where hosts put a frame: the sidebar of a help desk, of a CRM, a panel, the width of a record. */
const frameSizes = [
  { width: 300, height: 600 },
  { width: 320, height: 700, touch: true },
  { width: 400, height: 640 },
  { width: 720, height: 500 },
  { width: 1200, height: 640 },
];

const campaign = "demo/q2-lead-re-engagement";

/** What a frame shows, and what stands there then. */
export const frameStates = {
  overview: { path: `embed/${campaign}`, ready: "Outcomes" },
  calls: { path: `embed/${campaign}?tab=calls`, ready: "Showing" },
  files: { path: "embed/demo/files-in-trouble?tab=files", ready: "contact files" },
  "long-name": { path: "embed/demo/long-name", ready: "Outcomes" },
  "no-numbers": { path: "embed/dialnexa-demo/cmp_reengage?contact=%2B14155550134", ready: "does not report telephone numbers" },
  "not-found": { path: "embed/demo/nowhere", ready: "No such campaign" },
};

/**
 * A frame's page as a frame shows it, without the page around it.
 * @param {At} at @param {{ path: string, ready: string }} state @param {FrameLook} look
 */
export async function openFrame({ browser, url }, { path, ready }, { width, height, theme, touch = false }) {
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: 2, hasTouch: touch });
  await page.clock.install();
  await page.goto(`${url}${path}${path.includes("?") ? "&" : "?"}theme=${theme}`);
  await page.getByText(ready).first().waitFor();
  await page.waitForLoadState("networkidle");
  await page.clock.runFor(1_000);
  return page;
}

/** Fifteen minutes without an answer, as a frame tells them. @param {Page} page */
async function cutOffFrame(page) {
  await page.context().setOffline(true);
  await page.clock.runFor(10_000);
  await page.clock.fastForward(15 * 60_000);
  await page.getByText("NOT LIVE", { exact: true }).waitFor();
}

/** A frame in every state at every size, in both themes. @param {At} at @param {(page: Page, name: string) => Promise<void>} shoot */
export async function everyFrame(at, shoot) {
  for (const theme of ["light", "dark"]) {
    for (const [name, state] of Object.entries(frameStates)) {
      for (const size of frameSizes) {
        const page = await openFrame(at, state, { ...size, theme });
        await shoot(page, `embed-${name}-${size.width}-${theme}`);
        if (name === "overview" && size.width === 400) {
          await cutOffFrame(page);
          await shoot(page, `embed-not-live-${size.width}-${theme}`);
        }
        await page.close();
      }
    }
  }
}

/**
 * A display that waits to be let in, and the page of displays once it was. `link` signs a manager in.
 * @param {At & { link: string, theme: string }} at @param {(page: Page, name: string) => Promise<void>} shoot
 */
export async function pairing({ browser, url, link, theme }, shoot) {
  const wall = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await wall.goto(`${url}wall?theme=${theme}`);
  const code = (await wall.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent()) ?? "";
  await shoot(wall, "display-code");
  const page = await browser.newPage({ viewport: { width: 1180, height: 900 } });
  await page.goto(link);
  await page.getByRole("heading", { level: 1, name: "Campaigns" }).waitFor();
  await page.goto(`${url}displays?theme=${theme}`);
  await page.getByRole("textbox", { name: "Code on the display" }).fill(code);
  await page.getByRole("textbox", { name: "Name" }).fill("Sales floor");
  await page.getByRole("checkbox", { name: /^All campaigns of/ }).first().check();
  await page.getByRole("button", { name: "Let it in" }).click();
  await page.getByRole("list", { name: "Displays" }).getByText("On", { exact: true }).waitFor();
  await shoot(page, "displays");
  await Promise.all([wall.close(), page.close()]);
}
