/** @typedef {import("@playwright/test").Browser} Browser */
/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {{ header: number, row: number, longTasks: { start: number, milliseconds: number }[] }} Marks */
/**
 * @typedef {{ longTasks: number, longestMilliseconds: number, scriptMilliseconds: number, taskMilliseconds: number, bytes: number }} Poll
 *   Script and tasks in processor time, less what the page does without a poll.
 * @typedef {{ headerMilliseconds: number, rowMilliseconds: number, polls: Poll[], idleMilliseconds: number, heapBytes: number }} PageResult
 *   `idleMilliseconds`: tasks of each second between two polls, animations included.
 */

const pause = (/** @type {number} */ milliseconds) => new Promise((wait) => setTimeout(wait, milliseconds));

/** Runs in the page before its own scripts: notes when header and first row are there, and every long task. */
function observe() {
  /** @type {Marks} */
  const marks = { header: 0, row: 0, longTasks: [] };
  Object.assign(window, { marks });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) marks.longTasks.push({ start: startTime, milliseconds: duration });
  }).observe({ type: "longtask", buffered: true });
  const seen = new MutationObserver(() => {
    if (marks.header === 0 && document.querySelector("h1")?.textContent === "Big campaign") marks.header = performance.now();
    if (marks.row === 0 && document.querySelector("[role=row][data-key]") !== null) marks.row = performance.now();
    if (marks.header > 0 && marks.row > 0) seen.disconnect();
  });
  seen.observe(document, { childList: true, subtree: true, characterData: true });
}

/** Runs in the page: presses "Read now". */
function readNow() {
  [...document.querySelectorAll("button")].find(({ textContent }) => textContent.includes("Read now"))?.click();
}

/** Runs in the page: how long ago what it shows was read; infinite when it does not say in seconds. */
function ageMilliseconds() {
  const { readAt } = document.documentElement.dataset;
  if (readAt !== undefined) return Date.now() - Number(readAt);
  const seconds = /updated (\d+)\s*s/.exec(document.querySelector("header")?.textContent ?? "")?.[1];
  return seconds === undefined ? Number.POSITIVE_INFINITY : Number(seconds) * 1_000;
}

/** Runs in the page. @returns {Marks & { now: number }} */
const marksOf = () => ({ now: performance.now(), ...Reflect.get(window, "marks") });

/**
 * Opens a page and has it read changed bodies, one after the other. A poll is all that happens on
 * the page's main thread from pressing "Read now" until the new data is shown, and a second more.
 * Animations rest meanwhile: they cost the same with and without a poll.
 * @param {Browser} browser
 * @param {string} url
 * @param {{ polls: number, next: () => Promise<unknown>, patienceMilliseconds: number }} options
 * @returns {Promise<PageResult>}
 */
export async function measurePage(browser, url, { polls, next, patienceMilliseconds }) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  await page.addInitScript(observe);
  const cdp = await page.context().newCDPSession(page);
  // Processor time: what other programs do meanwhile does not count.
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  for (const domain of /** @type {const} */ (["Network.enable", "HeapProfiler.enable"])) await cdp.send(domain);
  let bytes = 0;
  cdp.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  const spent = async () => {
    const metrics = new Map((await cdp.send("Performance.getMetrics")).metrics.map(({ name, value }) => [name, value * 1_000]));
    return { at: Date.now(), script: metrics.get("ScriptDuration") ?? Number.NaN, tasks: metrics.get("TaskDuration") ?? Number.NaN };
  };

  await page.goto(url);
  await page.locator("[role=row][data-key]").first().waitFor({ timeout: patienceMilliseconds });
  const { header, row } = await page.evaluate(marksOf);
  await pause(3_000);

  /** @type {Poll[]} */
  const seen = [];
  for (let poll = 0; poll < polls; poll++) {
    await next();
    const { now: since } = await page.evaluate(marksOf);
    const before = await spent();
    bytes = 0;
    const pressed = Date.now();
    await page.evaluate(readNow);
    do {
      await pause(1_000);
      if (Date.now() - pressed > patienceMilliseconds) throw new Error(`${url} did not show new data`);
    } while ((await page.evaluate(ageMilliseconds)) >= Date.now() - pressed);
    await pause(1_000);
    const after = await spent();
    const received = bytes;
    // Before the next poll, which comes five seconds after this one at the earliest.
    await pause(1_500);
    const idle = await spent();
    const share = (after.at - before.at) / (idle.at - after.at);
    const long = (await page.evaluate(marksOf)).longTasks.filter(({ start }) => start >= since).map(({ milliseconds }) => milliseconds);
    seen.push({
      longTasks: long.length,
      longestMilliseconds: Math.max(0, ...long),
      scriptMilliseconds: Math.max(0, after.script - before.script - share * (idle.script - after.script)),
      taskMilliseconds: Math.max(0, after.tasks - before.tasks - share * (idle.tasks - after.tasks)),
      bytes: received,
    });
  }
  await page.emulateMedia({ reducedMotion: "no-preference" });
  const idleFrom = await spent();
  await pause(1_500);
  const idleTo = await spent();
  await cdp.send("HeapProfiler.collectGarbage");
  const { usedSize } = await cdp.send("Runtime.getHeapUsage");
  await page.context().close();
  return { headerMilliseconds: header, rowMilliseconds: row, polls: seen, idleMilliseconds: ((idleTo.tasks - idleFrom.tasks) * 1_000) / (idleTo.at - idleFrom.at), heapBytes: usedSize };
}
