import { milliseconds, short } from "./figures.mjs";
import { dragScrollBar, focusRow, stopWatching, watchFrames } from "./frames.mjs";

/** @typedef {import("@playwright/test").Browser} Browser */
/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./frames.mjs").Motion} Motion */
/**
 * @typedef {{ wheel: Motion, drag: Motion, keys: Motion, restMilliseconds: number }} Scrolled
 *   `restMilliseconds`: from letting go of the scroll bar until every row in sight is there, the longest of all.
 */

const viewport = { width: 1280, height: 900 };
const wheelPixels = 30_000;
const wheelPixelsPerSecond = 4_000;
const dragMilliseconds = 3_000;
/** Shares of the scroll bar it is dragged to in turn: places where nobody was, so that their rows must be asked for. */
const dragTo = [0.97, 0.21, 0.83, 0.62];
const pause = (/** @type {number} */ time) => new Promise((wait) => setTimeout(wait, time));

/** @param {Page} page @param {() => Promise<unknown>} move @returns {Promise<Motion>} */
async function watch(page, move) {
  await page.evaluate(watchFrames);
  await move();
  return page.evaluate(stopWatching);
}

/**
 * Scrolls a page that is laid out: by wheel from two fifths of its length, by the keys End and Home,
 * and by its scroll bar to and fro.
 * @param {Page} page
 * @returns {Promise<Scrolled>}
 */
async function scroll(page) {
  const cdp = await page.context().newCDPSession(page);
  const place = { x: viewport.width / 2, y: viewport.height / 2 };
  await page.evaluate(() => window.scrollTo({ top: 0.4 * document.documentElement.scrollHeight, behavior: "instant" }));
  await pause(2_000);
  const gesture = { ...place, yDistance: -wheelPixels, speed: wheelPixelsPerSecond, gestureSourceType: /** @type {const} */ ("mouse") };
  const wheel = await watch(page, () => cdp.send("Input.synthesizeScrollGesture", gesture));
  await page.evaluate(() => document.querySelector("#calls")?.scrollIntoView({ behavior: "instant" }));
  await pause(1_000);
  await page.evaluate(focusRow);
  const keys = await watch(page, async () => {
    for (const key of ["End", "Home"]) {
      await page.keyboard.press(key);
      await pause(2_000);
    }
  });
  let restMilliseconds = 0;
  const drag = await watch(page, async () => {
    for (const [index, to] of dragTo.entries()) {
      const way = { milliseconds: dragMilliseconds, from: dragTo[index - 1] ?? 0, to };
      restMilliseconds = Math.max(restMilliseconds, await page.evaluate(dragScrollBar, way));
    }
  });
  for (const [name, { pixels }] of Object.entries({ wheel, drag, keys })) {
    if (pixels < wheelPixels / 2) throw new Error(`By ${name} the page was scrolled by ${short(pixels)} px only: nothing was measured.`);
  }
  return { wheel, drag, keys, restMilliseconds };
}

/** As many rows as the wheel passes, and more, all laid out: what this machine's Chromium scrolls at best. */
const plainPage = `<!doctype html><title>Plain</title><style>p { display: flex; gap: 16px; height: 31px; margin: 0 }</style>${Array.from(
  { length: 5_000 },
  (_, row) => `<p><span>+1 212 555 ${String(row).padStart(4, "0")}</span><span>completed</span><span>${row % 4}</span><span>14 October 2026, 10:31</span></p>`,
).join("")}`;

/**
 * The call table of a campaign, and a plain long page beside it.
 * @param {Browser} browser
 * @param {string} url
 * @param {number} patienceMilliseconds until the first row
 * @returns {Promise<{ table: Scrolled, plain: Scrolled }>}
 */
export async function measureScroll(browser, url, patienceMilliseconds) {
  const beside = await browser.newPage({ viewport });
  await beside.setContent(plainPage);
  // Its own watcher looks for blank rows where there is a list; the plain page has none.
  const plain = await scroll(beside);
  await beside.context().close();
  const page = await browser.newPage({ viewport });
  await page.goto(url);
  await page.locator("[role=row][data-key]").first().waitFor({ timeout: patienceMilliseconds });
  await pause(2_000);
  const table = await scroll(page);
  await page.context().close();
  return { table, plain };
}

/** @param {{ table: Scrolled, plain: Scrolled }} scrolled @returns {string[][]} */
export function scrollRows({ table, plain }) {
  const frames = (/** @type {Motion} */ { framesPerSecond, longestFrameMilliseconds }) => `${short(framesPerSecond)}/s, longest ${milliseconds(longestFrameMilliseconds)}`;
  const beside = (/** @type {"wheel" | "drag"} */ way) => `${frames(table[way])} = ${short(table[way].framesPerSecond / plain[way].framesPerSecond)} × the plain page`;
  const blank = (/** @type {Motion} */ { blankMilliseconds }) => milliseconds(blankMilliseconds);
  return [
    ["scrolling by wheel: frames", "60/s", beside("wheel"), "", `plain page: ${frames(plain.wheel)}`],
    ["scrolling by wheel: blank rows at most", "≤ 100 ms", blank(table.wheel), "", ""],
    ["dragging the scroll bar: frames", "60/s", beside("drag"), "", `plain page: ${frames(plain.drag)}`],
    ["dragging the scroll bar: blank rows at most", "≤ 100 ms", `${blank(table.drag)}, ${milliseconds(table.restMilliseconds)} after holding still`, "", ""],
    // Between two keys the page rests, so that frames a second would say little.
    ["End and Home: longest frame / blank rows at most", "blank ≤ 100 ms", `${short(table.keys.longestFrameMilliseconds)} / ${blank(table.keys)}`, "", `plain page: ${milliseconds(plain.keys.longestFrameMilliseconds)}`],
  ];
}
