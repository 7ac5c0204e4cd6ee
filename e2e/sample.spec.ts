import { expect } from "./fixtures.ts";
import { test } from "./static-server.ts";

// The same figures wherever the service runs: in a process of its own, or in the page's worker.
for (const host of ["Node host", "static site"] as const) {
  test.describe(`on the ${host}`, () => {
    test.beforeEach(async ({ page, published, publishedSite }) => {
      await page.goto(host === "Node host" ? published.url : publishedSite.url);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sales Campaign");
    });

    test("summary: status, agent, type, start, schedule; never calling now because of the two listed calls", async ({ page }) => {
      const summary = page.getByRole("region", { name: "Summary" });
      await expect(summary).toContainText("Active");
      await expect(summary).toContainText("Sales Agent Label");
      await expect(summary).toContainText("Mon–Fri 09:00–17:00");
      await expect(summary).toContainText("America/New_York");
      await expect(summary).toContainText("Mon 1 Jan 2024");
      await expect(summary).toContainText(/Inside calling hours|Outside calling hours/);
      await expect(summary).not.toContainText("Calling now");
    });

    test("progress: 80 of 1,450 done, at most 6.9 %, and every part adds up", async ({ page }) => {
      const progress = page.getByRole("region", { name: "Progress" });
      await expect(progress).toContainText("5.5");
      await expect(progress).toContainText("80 of 1,450 contacts");
      await expect(progress).toContainText(/at most 6\.9\s%/);
      await expect(progress).toContainText(/retried is not reported/);
      await expect(progress).toContainText("80 done + 20 failed, retries not reported + 850 without a call + 500 being read = 1,450 contacts");
      await expect(progress).toContainText("with 50 rejected, 1,500 received");
      await expect(progress).toContainText("In progress: 0 of the 2 listed");
      const bar = (await progress.getByRole("img").getAttribute("aria-label")) ?? "";
      const [total = 0, ...parts] = [...(bar.split(" Besides")[0] ?? "").matchAll(/[\d,]+(?= )/g)].map(([count]) => Number(count.replace(",", "")));
      expect(total).toBe(1_450);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
    });

    test("files: 950 of 1,000 with 50 rejected, leads.xlsx processing 0 of 500", async ({ page }) => {
      const files = page.getByRole("region", { name: "Files" });
      await expect(files.getByRole("listitem").filter({ hasText: "contacts.csv" })).toHaveText(/Processed.*950.* of 1,000.* records.*50.* rejected/s);
      await expect(files.getByRole("listitem").filter({ hasText: "leads.xlsx" })).toHaveText(/Processing.*0.* of 500.* records/s);
    });

    test("statistics: 80 % reported, 50 % of the listed, 2 minutes; the contradiction is flagged once", async ({ page }) => {
      const statistics = page.getByRole("region", { name: "Statistics", exact: true });
      await expect(statistics).toContainText(/80\.0\s?%/);
      await expect(statistics).toContainText(/50\.0\s%/);
      await expect(statistics).toContainText(/2\s?m\s?00\s?s/);
      await expect(page.getByText("The counters disagree: stats say 100 calls, the list holds 2.")).toHaveCount(1);
    });

    test("calls: both listed calls, with the attempt that is not reported", async ({ page }) => {
      const calls = page.getByRole("region", { name: "Calls" });
      await expect(calls.getByText("call-uuid-1")).toBeVisible();
      await expect(calls.getByText("call-uuid-2")).toBeVisible();
      // 2024-01-01T00:00Z and 01:00Z, on the clocks of New York.
      await expect(calls.getByRole("row").filter({ hasText: "call-uuid-1" })).toHaveText(/Sun 31 Dec.*19:00:00/);
      await expect(calls.getByRole("row").filter({ hasText: "call-uuid-2" })).toHaveText(/Sun 31 Dec.*20:00:00/);
      await calls.getByRole("button", { name: /attempts/ }).click();
      await expect(calls).toContainText(/1 earlier attempt/);
    });

    test("configuration: retry, cool-down and do-not-call rules in words", async ({ page }) => {
      const configuration = page.getByRole("region", { name: "Configuration" });
      await expect(configuration).toContainText(/3 at most, 24\sh apart/);
      await expect(configuration).toContainText(/168\sh/);
      await expect(configuration).toContainText("invalid_number");
      await expect(configuration).toContainText("cool-downs never come into play");
    });

    test("every figure says where it comes from", async ({ page }) => {
      const statistics = page.getByRole("region", { name: "Statistics", exact: true });
      await statistics.getByRole("button", { name: /100/ }).first().hover();
      await expect(page.getByText("stats.total_calls").first()).toBeVisible();
    });
  });
}
