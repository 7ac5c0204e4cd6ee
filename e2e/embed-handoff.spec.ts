import type { Page } from "@playwright/test";
import { known } from "./embed-host.ts";
import { test } from "./embed-handoff.ts";
import { expect } from "./fixtures.ts";

/** The frame in the CRM's page, once it is where it was led to. */
async function handed(page: Page) {
  const frame = page.frame({ name: "calls" });
  if (frame === null) throw new Error("The page has no frame.");
  await frame.waitForURL(/\/embed\/acme\/c1\?/);
  return frame;
}

const secretsIn = (texts: string[], secrets: string[]): string[] => texts.filter((text) => secrets.some((secret) => text.includes(secret.slice(-40))));

test("[threat: viewer token leakage] a CRM posts what it signed: the frame opens on its contact, and nothing secret stays in an address, the history, a Referer, a cookie or a storage", async ({ page, context, crm }) => {
  const addresses: string[] = [];
  const referers: string[] = [];
  const codes: string[] = [];
  page.on("request", (request) => {
    addresses.push(request.url().replace(/#.*$/, ""));
    referers.push(request.headers()["referer"] ?? "");
    codes.push(...(request.url().endsWith("/api/v1/handoff") ? [String(JSON.parse(request.postData() ?? "{}").code)] : []));
  });
  const record = await crm.posting({ contact: known });
  const jwt = new URL(record).searchParams.get("token") ?? "";
  await page.goto(record);
  addresses.length = 0;
  await page.getByRole("button", { name: "Show calls" }).click();
  const frame = await handed(page);
  await expect(frame.getByRole("heading", { level: 1, name: "Sales Campaign" })).toBeVisible();
  await expect(frame.getByText("Showing 1–1 of 1 number")).toBeVisible();
  expect(await frame.content()).not.toContain(known.slice(-7));

  expect(frame.url()).toBe(`${crm.base}embed/acme/c1?via=handoff&theme=dark`);
  expect(codes).toHaveLength(1);
  expect(secretsIn([...addresses, ...referers.filter((referer) => !referer.startsWith(new URL(record).origin))], [jwt, ...codes])).toEqual([]);
  const kept = await frame.evaluate(() => [document.cookie, document.referrer, JSON.stringify(history.state), location.href, window.name]);
  expect(secretsIn(kept, [jwt, ...codes])).toEqual([]);
  // A masked viewer is sent no number, in whatever writing.
  expect(codes.map((code) => Buffer.from(code.split(".")[1] ?? "", "base64url").toString()).join()).not.toContain(known.slice(-7));
  // This browser keeps frames of other sites from storage: to ask for it is an error.
  expect(await frame.evaluate(() => [() => localStorage, () => sessionStorage].map((ask) => { try { return typeof ask(); } catch (error) { return String(error).slice(0, 13); } }))).toEqual(["SecurityError", "SecurityError"]);
  expect(await context.cookies()).toEqual([]);

  // The frame loaded by itself has nothing to show; the code that it had is good for nothing.
  await frame.evaluate(() => location.reload());
  await expect(frame.getByRole("heading", { name: "Reload this record" })).toBeVisible();
  await frame.evaluate((code) => location.assign(`?via=handoff&again#code=${code}`), codes[0]);
  await frame.waitForURL(/again/);
  await expect(frame.getByRole("heading", { name: "Reload this record" })).toBeVisible();
  await page.goto(await crm.posting());
  await page.getByRole("button", { name: "Show calls" }).click();
  await expect((await handed(page)).getByRole("heading", { level: 1, name: "Sales Campaign" })).toBeVisible();
});

test("one that writes it into the address does as well; the same address again says to reload the record, and another's signature has no access", async ({ page, crm }) => {
  const record = await crm.addressing({}, { parameters: `&tab=calls&contact=${encodeURIComponent(known)}` });
  await page.goto(record);
  const frame = await handed(page);
  // A contact counts where it was signed, and nowhere else.
  await expect(frame.getByText(/^Showing 1–\d+ of [1-9]\d+ numbers/)).toBeVisible();
  expect(frame.url()).toBe(`${crm.base}embed/acme/c1?via=handoff&tab=calls`);

  await page.reload();
  const again = await handed(page);
  await expect(again.getByRole("heading", { name: "Reload this record" })).toBeVisible();
  await expect(again.getByRole("button")).toHaveCount(0);

  await page.goto(await crm.addressing({}, { key: "aQ1wSe4rFt7yGu0iKo3pLz6xMc9vNb2d" }));
  await expect((await handed(page)).getByRole("heading", { name: "You have no access to this campaign" })).toBeVisible();
});

test("[fault: viewer's token refused] a session is renewed without a word; when it ends the frame says to reload the record, what was read is gone, and nothing more is asked", async ({ page, crm }) => {
  const renewals: number[] = [];
  let asked = 0;
  page.on("response", (response) => {
    asked += new URL(response.url()).pathname.startsWith("/api/") ? 1 : 0;
    if (response.url().endsWith("/handoff/renewal")) renewals.push(response.status());
  });
  await page.goto(await crm.addressing({}, { base: await crm.withSessions(0.003) }));
  const frame = await handed(page);
  await expect(frame.getByRole("heading", { level: 1, name: "Sales Campaign" })).toBeVisible();
  await expect.poll(() => renewals, { timeout: 15_000 }).toContain(200);
  await expect(frame.getByRole("heading", { level: 1, name: "Sales Campaign" })).toBeVisible();
  await expect(frame.getByRole("heading", { name: "Reload this record" })).toBeVisible({ timeout: 20_000 });
  await expect(frame.getByText("Sales Campaign")).toHaveCount(0);
  expect(renewals.at(-1)).toBe(401);
  const before = asked;
  await page.waitForTimeout(1_500);
  expect(asked).toBe(before);
});
