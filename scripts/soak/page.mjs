/** @typedef {import("@playwright/test").Browser} Browser */
/** @typedef {import("./surfaces.mjs").Surface} Surface */
/** @typedef {{ heapBytes: number, nodes: number, shownNodes: number, listeners: number }} PageFigures After a collection; `nodes` without those kept for undoing, `shownNodes` those of them in the document. */

/**
 * Opens a surface and keeps count of its polls.
 * @param {Browser} browser @param {Surface} surface @param {string} hostUrl
 */
export async function openSurface(browser, surface, hostUrl) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  const seen = { polls: 0, touches: 0, edits: 0, untouchable: 0, crashed: /** @type {string | undefined} */ (undefined), errors: /** @type {string[]} */ ([]) };
  page.on("response", (response) => {
    if (surface.poll.test(new URL(response.url()).pathname)) seen.polls += 1;
  });
  page.on("pageerror", (error) => seen.errors.push(error.message));
  page.on("crash", () => (seen.crashed = "The page crashed."));
  await page.goto(hostUrl + surface.path);
  await page.locator(surface.ready).first().waitFor();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Performance.enable");
  await cdp.send("HeapProfiler.enable");

  return {
    surface,
    seen,
    /** What a reader does, in turn; given up where a fault stands in the way. */
    async touch() {
      const touch = surface.touches[(seen.touches + seen.untouchable) % surface.touches.length];
      if (touch === undefined) return;
      if (touch === surface.edits) seen.edits += 1;
      await touch(page).then(
        () => (seen.touches += 1),
        () => (seen.untouchable += 1),
      );
    },
    /** @returns {Promise<PageFigures>} */
    async measure() {
      await page.locator(surface.ready).first().waitFor({ timeout: 120_000 });
      // What a touch left open where a fault was in its way.
      if (surface.touches.length > 0) await page.keyboard.press("Escape");
      await cdp.send("HeapProfiler.collectGarbage");
      const metrics = new Map((await cdp.send("Performance.getMetrics")).metrics.map(({ name, value }) => [name, value]));
      const of = (/** @type {string} */ name) => metrics.get(name) ?? Number.NaN;
      const shownNodes = await page.evaluate(countNodes);
      return { heapBytes: of("JSHeapUsedSize"), nodes: of("Nodes") - seen.edits, shownNodes, listeners: of("JSEventListeners") };
    },
    close: () => page.context().close(),
  };
}

/** Runs in the page. */
function countNodes() {
  const walker = document.createTreeWalker(document);
  let count = 1;
  while (walker.nextNode() !== null) count += 1;
  return count;
}
