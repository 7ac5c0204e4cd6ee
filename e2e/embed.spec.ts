import { expect } from "./fixtures.ts";
import { mountIn, test } from "./embed-host.ts";

test("a page of another site with a strict policy shows a campaign to its viewer", async ({ page, embedded }) => {
  const { crm, tokenFor } = embedded;
  crm.backend(async () => ({ status: 200, body: await tokenFor() }));
  const frame = await mountIn(page, crm);
  await expect(frame.getByRole("heading", { level: 1 })).toBeVisible();
  await expect.poll(() => page.evaluate(() => globalThis.events.map(({ type }) => type))).toEqual(["ready", "status"]);
});
