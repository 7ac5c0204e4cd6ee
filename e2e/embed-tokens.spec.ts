import type { Frame, Page } from "@playwright/test";
import { mountIn, test } from "./embed-host.ts";
import { expect } from "./fixtures.ts";

const minute = 60_000;

declare global {
  // What the CRM's own function for tokens was called with, and what it answers.
  var calls: AbortSignal[];
  var answers: (() => unknown)[];
}

const heading = (frame: Frame) => frame.getByRole("heading", { level: 1, name: "Sales Campaign" });
const waiting = (frame: Frame) => frame.getByText("does not say who is looking");

/** Minutes go by; how often the host's function was called meanwhile. */
async function callsIn(page: Page, minutes: number): Promise<number> {
  await page.evaluate(() => globalThis.calls.splice(0));
  for (let passed = 0; passed < minutes; passed += 1) await page.clock.runFor(minute);
  return page.evaluate(() => globalThis.calls.length);
}

test("[fault: viewer's token refused] a host's function that hangs, throws or answers nonsense is said to be in the way, is asked seldom, and is forgiven once it answers", async ({ page, embedded: { crm, tokenFor } }) => {
  crm.backend(async () => ({ status: 200, body: await tokenFor() }));
  await page.clock.install();
  await page.addInitScript(() => {
    globalThis.calls = [];
    globalThis.tokenInstead = ({ signal }) => {
      globalThis.calls.push(signal);
      return new Promise(() => {});
    };
  });
  const frame = await mountIn(page, crm);
  await expect.poll(() => page.evaluate(() => globalThis.calls.length)).toBe(1);
  await page.clock.runFor(16_000);
  await expect(waiting(frame)).toBeVisible();
  await page.clock.runFor(minute);
  // Given up for another after a minute, and never two at once.
  const [first, ...later] = await page.evaluate(() => globalThis.calls.map(({ aborted }) => aborted));
  expect([first, later.length]).toEqual([true, 1]);
  expect(await callsIn(page, 10)).toBeLessThanOrEqual(10);
  await expect(waiting(frame)).toBeVisible();

  await page.evaluate(() => {
    globalThis.answers = [() => undefined, () => 5, () => ({ token: 7 }), () => ({}), () => JSON.parse("{")];
    globalThis.tokenInstead = ({ signal }) => globalThis.answers[globalThis.calls.push(signal) % globalThis.answers.length]?.();
  });
  const nonsense = await callsIn(page, 10);
  expect(nonsense).toBeGreaterThanOrEqual(5);
  expect(nonsense).toBeLessThanOrEqual(20);
  await expect(waiting(frame)).toBeVisible();

  // A token of somebody else's making: the service refuses it.
  await page.evaluate(() => {
    globalThis.tokenInstead = ({ signal }) => `no.such.${globalThis.calls.push(signal)}`;
  });
  await expect(async () => {
    await page.clock.runFor(minute);
    await expect(frame.getByRole("heading", { name: "You have no access to this campaign" })).toBeVisible({ timeout: 1_000 });
  }).toPass();
  expect(await callsIn(page, 5)).toBeLessThanOrEqual(30);

  await page.evaluate(() => {
    globalThis.tokenInstead = undefined;
  });
  await expect(async () => {
    await page.clock.runFor(20_000);
    await expect(heading(frame)).toBeVisible({ timeout: 1_000 });
  }).toPass();
});

test("[fault: viewer's clock wrong] on a machine whose clock is an hour behind, then an hour ahead, tokens are asked for by the time that passed", async ({ page, embedded: { crm, tokenFor } }) => {
  crm.backend(async () => ({ status: 200, body: await tokenFor({}, 600) }));
  await page.clock.install({ time: Date.now() - 60 * minute });
  const frame = await mountIn(page, crm);
  await expect(heading(frame)).toBeVisible();
  expect(crm.asked()).toBe(1);
  for (const hours of [-1, 1]) {
    const before = crm.asked();
    await page.clock.setSystemTime(Date.now() + hours * 60 * minute);
    for (let passed = 0; passed < 20; passed += 1) {
      await page.clock.fastForward(minute);
      await expect(heading(frame)).toBeVisible();
    }
    // Each is good for ten minutes, of which seven to eight pass before the next is asked for.
    expect(crm.asked() - before).toBeGreaterThanOrEqual(2);
    expect(crm.asked() - before).toBeLessThanOrEqual(4);
  }
  await expect(async () => {
    await page.clock.runFor(2_000);
    await expect(frame.getByRole("button", { name: /^Live/ })).toBeVisible({ timeout: 1_000 });
  }).toPass();
});
