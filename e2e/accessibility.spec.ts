import { violations } from "./axe.ts";
import { expect, test } from "./fixtures.ts";

test("axe finds nothing on the home page", async ({ page, demo }) => {
  await page.goto(demo.url);
  await expect(page.getByRole("link", { name: "Q2 Lead Re-engagement" })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test("axe finds nothing on the published sample", async ({ page, published }) => {
  await page.goto(published.url);
  await expect(page.getByRole("region", { name: "Calls" }).getByText("call-uuid-2")).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

for (const campaign of ["q2-lead-re-engagement", "files-in-trouble", "unknown-words", "arabic", "markup", "long-name"]) {
  test(`axe finds nothing on the campaign ${campaign}`, async ({ page, demo }) => {
    await page.goto(`${demo.url}c/demo/${campaign}`);
    await expect(page.getByRole("region", { name: "Calls" }).getByText(/^Showing/)).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}
