import { expect } from "./fixtures.ts";
import { test } from "./static-server.ts";

test("the static site has its frames in the fragment; a contact is shown and leaves the address", async ({ page, context, site }) => {
  await page.goto(`${site.url}#/c/demo/q2-lead-re-engagement`);
  const row = page.getByRole("row").filter({ hasText: /\+1 \(/ }).first();
  const number = /\+1 \(\d{3}\) \d{3}-\d{4}/.exec(await row.innerText())?.[0] ?? "";
  expect(number).not.toBe("");

  const frame = await context.newPage();
  await frame.setViewportSize({ width: 400, height: 600 });
  await frame.goto(`${site.url}#/embed/demo/q2-lead-re-engagement?theme=dark&contact=${number.replaceAll(/\D/g, "")}`);
  await expect(frame.getByText("Showing 1–1 of 1 number")).toBeVisible();
  await expect(frame.getByRole("row", { name: number })).toHaveCount(1);
  expect(new URL(frame.url()).hash).toBe("#/embed/demo/q2-lead-re-engagement?theme=dark");
  expect(await frame.getByRole("link", { name: "Open" }).getAttribute("href")).toBe("#/c/demo/q2-lead-re-engagement?theme=dark");
});
