import type { Page } from "@playwright/test";
import { frameOf, known, mountIn, test } from "./embed-host.ts";
import { expect } from "./fixtures.ts";

/** Every address asked for. */
function addresses(page: Page): string[] {
  const seen: string[] = [];
  page.on("request", (request) => seen.push(request.url()));
  return seen;
}

test("[threat: postMessage spoofing] neighbours of the frame are not heard, nor is a second port or a hello that is none", async ({ page, embedded: { crm, tokenFor } }) => {
  crm.backend(async () => ({ status: 200, body: await tokenFor() }));
  const frame = await mountIn(page, crm);
  await expect(frame.getByRole("heading", { level: 1 })).toBeVisible();
  const dark = { kind: "state", theme: "dark", contact: null, visible: true, hasTokens: true };

  // A frame of the CRM's own beside ours: same origin as the host, another window.
  await page.evaluate(() => {
    const sibling = document.createElement("iframe");
    sibling.id = "sibling";
    document.body.append(sibling);
  });
  const sibling = page.frames().find((each) => each.url() === "about:blank");
  const answers = await sibling?.evaluate(async (message) => {
    let heard = 0;
    window.addEventListener("message", () => (heard += 1));
    for (const target of [parent, parent.frames[0]]) {
      target?.postMessage({ callboard: 1, kind: "hello", id: "0".repeat(32) }, "*");
      const { port1, port2 } = new MessageChannel();
      target?.postMessage({ callboard: 1, kind: "port", id: "0".repeat(32) }, "*", [port2]);
      port1.postMessage(message);
    }
    await new Promise((later) => setTimeout(later, 500));
    return heard;
  }, dark);
  expect(answers).toBe(0);

  // The host's own page, after the one handover, with every id that was ever said.
  await page.evaluate((message) => {
    const window = globalThis.handle.frame.contentWindow;
    for (const id of ["", "0".repeat(32)]) {
      const { port1, port2 } = new MessageChannel();
      window?.postMessage({ callboard: 1, kind: "port", id }, "*", [port2]);
      port1.postMessage(message);
    }
    window?.postMessage(message, "*");
  }, dark);
  await page.waitForTimeout(500);
  expect(await frame.evaluate(() => document.documentElement.dataset["theme"])).toBeUndefined();
});

test("[threat: postMessage spoofing] who embeds by another name than one that may is told nothing", async ({ page, embedded: { crm, base } }) => {
  await page.goto(crm.origin);
  await page.evaluate((address) => {
    const frame = document.createElement("iframe");
    frame.src = `${address}embed/acme/c1?host=${encodeURIComponent("https://evil.example")}`;
    document.body.append(frame);
  }, base);
  const frame = await frameOf(page);
  await expect(frame.getByRole("heading", { name: "This page may not embed Callboard" })).toBeVisible();
});

test("[threat: viewer token leakage] a frame's token is in memory and in one header, in no address and no storage", async ({ page, context, embedded: { crm, tokenFor } }) => {
  const token = await tokenFor();
  crm.backend(async () => ({ status: 200, body: token }));
  const seen = addresses(page);
  const shown: string[] = [];
  page.on("request", (request) => shown.push(...(request.headers()["authorization"] === `Bearer ${token}` ? [new URL(request.url()).pathname.slice(0, 8)] : [])));
  const frame = await mountIn(page, crm);
  await expect(frame.getByRole("heading", { level: 1 })).toBeVisible();
  await expect.poll(() => [...new Set(shown)]).toEqual(["/api/v1/"]);
  expect(seen.filter((address) => address.includes(token.slice(-20)))).toEqual([]);
  const kept = await frame.evaluate(() => JSON.stringify([document.cookie, document.referrer, history.state, location.href, window.name]));
  expect(kept).not.toContain(token.slice(-20));
  expect(await context.cookies()).toEqual([]);
});

test("[fault: viewer's token refused] a token that is over is replaced without a word, and not in a storm", async ({ page, embedded: { crm, tokenFor } }) => {
  crm.backend(async () => ({ status: 200, body: await tokenFor({}, 4) }));
  const frame = await mountIn(page, crm);
  const heading = frame.getByRole("heading", { level: 1, name: "Sales Campaign" });
  await expect(heading).toBeVisible();
  await page.waitForTimeout(9_000);
  await expect(heading).toBeVisible();
  await expect(frame.getByRole("button", { name: /^Live/ })).toBeVisible();
  expect(crm.asked()).toBeGreaterThan(1);
  expect(crm.asked()).toBeLessThan(6);
});

test("a host that gives no token for a while: what was read stays, the cause is said, and it goes on by itself; one that says no is believed", async ({ page, embedded: { crm, tokenFor } }) => {
  let answer = { status: 200, body: await tokenFor({}, 5) };
  crm.backend(async () => answer);
  const frame = await mountIn(page, crm);
  const heading = frame.getByRole("heading", { level: 1, name: "Sales Campaign" });
  await expect(heading).toBeVisible();
  answer = { status: 503, body: "" };
  await expect(frame.getByText("does not say who is looking")).toBeVisible({ timeout: 20_000 });
  await expect(heading).toBeVisible();
  answer = { status: 200, body: await tokenFor() };
  await expect(frame.getByText("does not say who is looking")).toBeHidden({ timeout: 20_000 });
  await expect(frame.getByRole("button", { name: /^Live/ })).toBeVisible();

  answer = { status: 204, body: "" };
  const denied = await mountIn(page, crm);
  await expect(denied.getByRole("heading", { name: "You have no access to this campaign" })).toBeVisible();
  expect(await page.evaluate(() => globalThis.events)).toContainEqual({ type: "error", code: "not_signed_in", message: "You have no access to this campaign" });
});

test("[threat: masked viewer learning numbers] the contact that the host names is shown, masked; one in the address is not", async ({ page, embedded: { crm, base, tokenFor } }) => {
  crm.backend(async () => ({ status: 200, body: await tokenFor() }));
  const seen = addresses(page);
  const frame = await mountIn(page, crm, { contact: "(415) 555-0007" });
  // Its attempts are open: three dials to one number.
  await expect(frame.getByText("Showing 1–1 of 1 number")).toBeVisible();
  await expect(frame.getByRole("gridcell", { name: "Attempts" }).getByRole("listitem").filter({ hasText: /\d/ })).not.toHaveCount(0);
  expect(await frame.content()).not.toContain("5550007");
  await page.evaluate(() => globalThis.handle.update({ contact: "+14155550199" }));
  await expect(frame.getByRole("row", { name: /0199/ })).toHaveCount(1);
  await page.evaluate(() => globalThis.handle.update({ contact: null }));
  await expect(frame.getByText(/of 200 numbers/)).toBeVisible();
  expect(seen.filter((address) => /555-?0007|5550199/.test(decodeURIComponent(address)))).toEqual([]);

  // In the address, beside a host that names none.
  await page.goto(crm.origin);
  await page.evaluate((address) => {
    const mounted = globalThis.Callboard.mount(document.body, { connection: "acme", campaign: "c1", base: address, getToken: async () => (await fetch("/token")).text() });
    mounted.frame.src += `&tab=calls&contact=${encodeURIComponent("+14155550007")}`;
  }, base);
  const named = await frameOf(page);
  await expect(named.getByText("is not used: numbers are masked for you")).toBeVisible();
  await expect(named.getByText(/of 200 numbers/)).toBeVisible();
  expect(named.url()).not.toContain("0007");
});

test("a contact that the token names is shown, and no other", async ({ page, embedded: { crm, tokenFor } }) => {
  crm.backend(async () => ({ status: 200, body: await tokenFor({ contact: known }) }));
  const frame = await mountIn(page, crm);
  await expect(frame.getByText("Showing 1–1 of 1 number")).toBeVisible();
  expect(await frame.content()).not.toContain("5550007");
});

test("who sees whole numbers may have a contact in the address; it leaves the address at once", async ({ page, launch, simulator, embedded: { crm } }) => {
  const connection = { provider: "talkover", label: "Acme", baseUrl: simulator.baseUrl, token: { env: "ACME_TOKEN" }, frameAncestors: [crm.origin] };
  const host = await launch({ connections: { acme: connection } }, { ACME_TOKEN: simulator.token });
  await page.goto(`${host.url}c/acme/${simulator.campaigns[0]}`);
  const number = (await page.getByRole("row").filter({ hasText: /\+1 \(/ }).first().innerText()).match(/\+1 \(\d{3}\) \d{3}-\d{4}/)?.[0] ?? "";
  expect(number).not.toBe("");
  await page.goto(`${host.url}embed/acme/${simulator.campaigns[0]}?contact=${number.replaceAll(/\D/g, "")}&theme=dark`);
  await expect(page.getByText("Showing 1–1 of 1 number")).toBeVisible();
  await expect(page.getByRole("row", { name: number })).toHaveCount(1);
  expect(new URL(page.url()).search).toBe("?theme=dark");
  await page.getByRole("button", { name: "Show the calls of everybody" }).click();
  await expect(page.getByText("Showing 1–1 of 1 number")).toBeHidden();
});

test("a platform that reports no numbers says so where a contact is asked for", async ({ page, demo }) => {
  await page.goto(`${demo.url}embed/dialnexa-demo/cmp_reengage?contact=${encodeURIComponent("+14155550134")}`);
  await expect(page.getByText("DialNexa does not report telephone numbers, so the calls of one contact cannot be told.")).toBeVisible();
  await expect(page.getByRole("tab", { name: "Calls", selected: true })).toBeVisible();
  expect(page.url()).not.toContain("0134");
});
