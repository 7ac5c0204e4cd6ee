import type { Page, Request } from "@playwright/test";
import { test } from "./access.ts";
import { violations } from "./axe.ts";
import { expect } from "./fixtures.ts";
import { shown } from "./platform.ts";

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name, exact: true });
const field = (page: Page) => page.getByRole("textbox", { name: "Sign-in link or code" });
const signIn = (page: Page) => page.getByRole("button", { name: "Sign in", exact: true });
const calls = (page: Page) => page.getByRole("region", { name: "Calls", exact: true });
const lastNumber = (page: Page) => calls(page).getByText("+1 (415) 555-0019");

/** What the page asks of the API from now on. */
function listen(page: Page): Request[] {
  const asked: Request[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/")) asked.push(request);
  });
  return asked;
}

const isRenewal = (request: Request) => request.url().endsWith("/session/renewal");
const paths = (asked: Request[]) => asked.map((request) => `${request.method()} ${new URL(request.url()).pathname}`);

test("[fault: viewer's token refused] a session that is over is renewed in silence, once for all that is asked", async ({ page, context, guarded }) => {
  await guarded.giveSession(context, 60_000);
  const asked = listen(page);
  await page.goto(guarded.url);
  await shown(page);
  await expect(lastNumber(page)).toBeVisible();
  expect(asked.filter(isRenewal)).toHaveLength(1);
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("[fault: viewer's token refused] refused again: everything read is gone, one notice, no loop; a new link goes on in place, filters and all", async ({ page, guarded }) => {
  const address = `${guarded.url}?outcome=voicemail&sort=-retries`;
  await page.goto(await guarded.linkFor({}, "/c/acme/c1?outcome=voicemail&sort=-retries"));
  await expect(page).toHaveURL(address);
  await expect(lastNumber(page)).toBeVisible();

  const asked = listen(page);
  expect((await page.request.delete(`${guarded.host.url}api/v1/session`)).status()).toBe(204);
  await expect(heading(page, "Your access is over")).toBeVisible();
  await expect(heading(page, "Your access is over")).toBeFocused();
  await expect(page).toHaveTitle("Your access is over – Callboard");
  await expect(page).toHaveURL(address);
  const text = await page.locator("body").innerText();
  expect(text).not.toMatch(/Sales Campaign|555|Acme/);
  expect(asked.filter(isRenewal)).toHaveLength(1);
  expect(await violations(page)).toEqual([]);

  const before = asked.length;
  // Three intervals of polling.
  await page.waitForTimeout(3_000);
  expect(paths(asked.slice(before))).toEqual([]);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("button", { name: "Still refused: try again" })).toBeVisible();
  expect(paths(asked.slice(before))).toEqual(["GET /api/v1/connections"]);

  await field(page).fill(await guarded.linkFor());
  await signIn(page).click();
  await expect(lastNumber(page)).toBeVisible();
  await expect(page).toHaveURL(address);
});

test("an address opened without a session asks for a link, and the link leads back to it, filters and all", async ({ page, guarded }) => {
  const address = `${guarded.url}?theme=dark&outcome=voicemail`;
  await page.goto(address);
  await expect(heading(page, "You are not signed in")).toBeVisible();
  await page.goto(await guarded.linkFor());
  await expect(lastNumber(page)).toBeVisible();
  await expect(page).toHaveURL(address);
  await page.goto(guarded.host.url);
  await expect(page.getByRole("heading", { level: 1, name: "Campaigns" })).toBeVisible();
});

test("a link whose place is none of ours leads home", async ({ page, guarded }) => {
  await page.goto(await guarded.linkFor({}, "//evil.example/c/acme/c1"));
  await expect(page.getByRole("heading", { level: 1, name: "Campaigns" })).toBeVisible();
  await expect(page).toHaveURL(guarded.host.url);
});

test("a link that was used says so, with the keyboard and at 320 px; a new one pasted there signs in", async ({ page, context, guarded }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const link = await guarded.linkFor();
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1, name: "Campaigns" })).toBeVisible();
  await context.clearCookies();
  await page.goto(link);
  await expect(page.getByText("This link was used already, is over, or is not whole; ask for a new one.")).toBeVisible();
  await expect(heading(page, "You are not signed in")).toBeFocused();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  expect(await violations(page)).toEqual([]);

  await page.keyboard.press("Tab");
  await expect(field(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toHaveText("Paste the link first.");
  await field(page).fill("https://callboard.example/c/acme/c1");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toHaveText("This is no sign-in link: copy the whole of it, to its end.");
  expect(await violations(page)).toEqual([]);
  await field(page).fill(await guarded.linkFor({}, "/c/acme/c1"));
  await page.keyboard.press("Enter");
  await shown(page);
  await expect(page).toHaveURL(guarded.url);
});

test("a link that was used already leads whoever is signed in to its address", async ({ page, guarded }) => {
  const link = await guarded.linkFor({}, "/c/acme/c1?outcome=voicemail");
  await page.goto(link);
  await expect(lastNumber(page)).toBeVisible();
  await page.goto(guarded.host.url);
  await expect(page.getByRole("heading", { level: 1, name: "Campaigns" })).toBeVisible();
  await page.goto(link);
  await expect(lastNumber(page)).toBeVisible();
  await expect(page).toHaveURL(`${guarded.url}?outcome=voicemail`);
});

test("[threat: CSRF / cross-site reads] a link for somebody else makes nobody else of who is signed in, unless they say so", async ({ page, guarded }) => {
  const signedIn = (name: string) => page.getByText(`Signed in as ${name}`);
  const menu = page.getByRole("banner").getByRole("button", { name: /New York/ });
  await page.goto(await guarded.linkFor({}, "/c/acme/c1"));
  await expect(lastNumber(page)).toBeVisible();

  const size = page.viewportSize() ?? { width: 1_280, height: 720 };
  await page.setViewportSize({ width: 320, height: 640 });
  const link = await guarded.linkFor({ numbers: "masked" }, "/c/acme/c1?outcome=voicemail", "Bob");
  await page.goto(link);
  await expect(heading(page, "Continue as Bob?")).toBeFocused();
  await expect(page.getByText("You are signed in as Ada. The link you opened is for Bob: ")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize(size);
  await page.getByRole("button", { name: "Stay signed in" }).click();
  await expect(page).toHaveURL(`${guarded.url}?outcome=voicemail`);
  await expect(lastNumber(page)).toBeVisible();
  await menu.click();
  await expect(signedIn("Ada")).toBeVisible();

  // Asking did not use it up.
  await page.goto(link);
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await expect(calls(page).getByText("+1 ••• ••• 0019")).toBeVisible();
  await expect(page).toHaveURL(`${guarded.url}?outcome=voicemail`);
  await menu.click();
  await expect(signedIn("Bob")).toBeVisible();
});

test("the sign-in page without a code says what to open; a link put into its address signs in", async ({ page, guarded }) => {
  await page.goto(`${guarded.host.url}sign-in`);
  await expect(page.getByText("There is no code in this address")).toBeVisible();
  await page.goto(await guarded.linkFor({}, "/c/acme/c1"));
  await shown(page);
});

test("signing out ends the session, here and for every later question", async ({ page, guarded }) => {
  await page.goto(await guarded.linkFor({}, "/c/acme/c1"));
  await expect(lastNumber(page)).toBeVisible();
  await page.getByRole("banner").getByRole("button", { name: /New York/ }).click();
  await expect(page.getByText("Signed in as Ada")).toBeVisible();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(heading(page, "You are signed out")).toBeVisible();
  await expect(page.getByText("Sales Campaign")).toHaveCount(0);
  await page.reload();
  await expect(heading(page, "You are not signed in")).toBeVisible();
  await page.goto(await guarded.linkFor({}, "/"));
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(heading(page, "You are signed out")).toBeVisible();
});

test("[threat: viewer token leakage] no code and no session in any address, Referer, storage, history or script", async ({ page, context, guarded }) => {
  const requests: Request[] = [];
  page.on("request", (request) => requests.push(request));
  const link = await guarded.linkFor({}, "/c/acme/c1?outcome=voicemail");
  const code = /code=([^&]+)/.exec(link)?.[1] ?? "none";
  await page.goto(link);
  await expect(lastNumber(page)).toBeVisible();
  const session = (await context.cookies(guarded.host.url.replace("http:", "https:"))).find(({ name }) => name === "__Host-callboard");
  expect(session).toMatchObject({ httpOnly: true, secure: true, sameSite: "Strict" });
  const secrets = [code, session?.value ?? "none"];

  // The first address is the link itself: a fragment is never sent.
  const sent = await Promise.all(requests.slice(1).map(async (request) => request.url() + ((await request.headerValue("referer")) ?? "")));
  const kept = await page.evaluate(() => ({
    address: document.URL,
    referrer: document.referrer,
    state: JSON.stringify(window.history.state),
    local: JSON.stringify(Object.entries(window.localStorage)),
    session: JSON.stringify(Object.entries(window.sessionStorage)),
    cookie: document.cookie,
    html: document.documentElement.outerHTML,
    entries: performance.getEntriesByType("resource").map(({ name }) => name),
  }));
  for (const secret of secrets) expect(JSON.stringify([sent, kept])).not.toContain(secret);
  expect(kept).toMatchObject({ cookie: "", referrer: "" });
  await page.goBack();
  expect(page.url()).not.toContain("code=");
});

/** What was sent to the page, and what it shows. */
async function everything(page: Page, bodies: string[]): Promise<string> {
  return [...bodies, await page.locator("html").evaluate((html) => html.outerHTML)].join("\n");
}

for (const numbers of ["masked", "none"] as const) {
  test(`[threat: masked viewer learning numbers] numbers "${numbers}": no digit beyond the last four in any answer or on the page`, async ({ page, guarded }) => {
    const bodies: string[] = [];
    page.on("response", (response) => {
      if (response.url().includes("/api/")) void response.text().then((body) => bodies.push(body), () => {});
    });
    const asked = listen(page);
    await page.goto(await guarded.linkFor({ numbers, permissions: [] }, "/c/acme/c1?sort=to"));
    await expect(calls(page).getByRole("grid")).toHaveAttribute("aria-rowcount", "21");
    await expect(calls(page).getByRole("button", { name: "Export CSV" })).toHaveCount(0);
    await expect(calls(page).getByRole("button", { name: /Copy/ })).toHaveCount(0);
    await expect(calls(page).getByRole("columnheader", { name: "Created" })).toHaveAttribute("aria-sort", "descending");
    await expect(calls(page).getByRole("button", { name: "To", exact: true })).toHaveCount(0);
    if (numbers === "masked") {
      await expect(calls(page).getByText("+1 ••• ••• 0019")).toBeVisible();
      await calls(page).getByRole("textbox", { name: "Last four digits or id" }).fill("0019");
      await expect(calls(page).getByRole("grid")).toHaveAttribute("aria-rowcount", "2");
    } else {
      await expect(calls(page).getByRole("columnheader", { name: "To", exact: true })).toHaveCount(0);
      await expect(calls(page).getByText("Numbers are hidden from you.")).toBeVisible();
      await expect(calls(page).getByRole("textbox", { name: "Find an id" })).toBeVisible();
      expect(await page.locator("body").innerText()).not.toContain("0019");
    }
    expect(asked.filter((request) => /sort=-?to/.test(request.url()))).toEqual([]);
    expect(await everything(page, bodies)).not.toMatch(/4155550|415\)?[ -]?555/);
    expect(bodies.length).toBeGreaterThanOrEqual(3);
    expect(await violations(page, ["#calls"])).toEqual([]);
  });
}

test("who may see nothing here is told so, and what is somebody else's is no more than refused", async ({ page, guarded }) => {
  await page.goto(await guarded.linkFor({ campaigns: { other: ["*"] } }, "/"));
  await expect(heading(page, "There is nothing here for you to see")).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.goto(guarded.url);
  await expect(heading(page, "This is not among what you may see")).toBeVisible();
  expect(await violations(page)).toEqual([]);
});
