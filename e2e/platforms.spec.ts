import type { Page } from "@playwright/test";
import { callersCampaign, dialnexaCampaign, koreCampaign, type PublishedPlatform } from "../src/service/testing/published-platforms.ts";
import { startUpstream, type Upstream } from "../src/service/testing/upstream.ts";
import { violations } from "./axe.ts";
import { expect, type Host, test } from "./fixtures.ts";

/*
 * The published answers of the platforms beside Talkover, served byte for byte by a plain HTTP
 * server, through the built host to the page: right, and complete for what the platform reports.
 */
const secret = "a-secret-that-is-long-enough-to-sign";
let upstream: Upstream | undefined;
test.afterEach(async () => {
  await upstream?.close();
  upstream = undefined;
});

type Launch = (configuration: { connections: Record<string, object> }, env: Record<string, string>) => Promise<Host>;

async function open(page: Page, launch: Launch, { provider, account, campaign, handler }: PublishedPlatform): Promise<void> {
  upstream = await startUpstream(handler);
  const acme = { provider, label: "Acme", account, baseUrl: upstream.baseUrl, token: { env: "ACME_TOKEN" } };
  const host = await launch({ connections: { acme } }, { ACME_TOKEN: secret });
  await page.goto(`${host.url}c/acme/${campaign}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

test("DialNexa: who calls from which number, how often, and the one call that is listed of 150", async ({ page, launch }) => {
  await open(page, launch, dialnexaCampaign);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Q2 Lead Re-engagement");
  const summary = region(page, "Summary");
  await expect(summary).toContainText("Active");
  await expect(summary).toContainText("+91 22 3456 7890");
  await expect(summary).toContainText("agt_abc123");
  await expect(summary).toContainText("5 at a time");
  await expect(summary).toContainText(/not reported by DialNexa/);
  await expect(summary).not.toContainText("Calling now");
  await expect(region(page, "Configuration")).toContainText(/3 at most, 2\sh apart/);
  await expect(region(page, "Progress")).not.toContainText("%");
  const calls = region(page, "Calls");
  await expect(calls).toContainText("1 of 150 calls are listed");
  await expect(calls).toContainText("Numbers and retries of calls are not reported by DialNexa.");
  const row = calls.getByRole("row").filter({ hasText: "log_abc123" });
  await expect(row).toHaveText(/Completed.*2\sm\s25\ss.*Positive.*User disconnected/);
  const recording = row.getByRole("link", { name: /recording/ });
  await expect(recording).toHaveAttribute("href", "https://recordings.dialnexa.com/call_abc123.mp3");
  await expect(recording).toHaveAttribute("rel", "noopener noreferrer");
  await expect(recording).toHaveAttribute("target", "_blank");
  const statistics = region(page, "Statistics");
  await expect(statistics).toContainText(/Average duration\s*2\s?m\s?25\s?s/);
  await expect(statistics.getByRole("button", { name: "Positive" })).toBeVisible();
  await expect(page.getByText(/150 .* lists 1|lists 1/)).toBeVisible();
});

test("DialNexa: a word of a dimension filters the calls, and stands in the link", async ({ page, launch }) => {
  await open(page, launch, dialnexaCampaign);
  await region(page, "Statistics").getByRole("button", { name: "Positive" }).click();
  await expect(page).toHaveURL(/by\.sentiment=positive/);
  await expect(region(page, "Calls").getByRole("button", { name: "Clear sentiment" })).toBeVisible();
  await page.goto(page.url().replace("positive", "negative"));
  await expect(region(page, "Calls")).toContainText("No calls fit these filters.");
});

test("Callers.ai: what the campaign is and how it is set up; no calls, files or statistics, and no address of a webhook", async ({ page, launch }) => {
  await open(page, launch, callersCampaign);
  const summary = region(page, "Summary");
  await expect(summary).toContainText("Active");
  await expect(summary).toContainText(/new chats paused/i);
  await expect(page.locator("main")).toContainText("1 webhook, Slack connected");
  await expect(page.locator("main")).toContainText(/not reported by Callers\.ai/);
  await expect(page.locator("main")).toContainText(/incoming/i);
  await expect(page.getByRole("grid")).toHaveCount(0);
});

test("Kore.ai: 2 of 4 contacts done, one open with 2 attempts, one not listed; no times", async ({ page, launch }) => {
  await open(page, launch, koreCampaign);
  const summary = region(page, "Summary");
  await expect(summary).toContainText("Ready");
  await expect(summary).toContainText("Mon–Fri 09:00–18:00");
  await expect(summary).toContainText("Agentless");
  const progress = region(page, "Progress");
  await expect(progress).toContainText("2 of 4 contacts");
  await expect(progress).toContainText("50.0");
  await expect(progress).toContainText(/Dialling or to retry/);
  const calls = region(page, "Calls");
  await expect(calls.getByRole("row")).toHaveCount(4);
  const open2 = calls.getByRole("row").filter({ hasText: "98765 43210" });
  await expect(open2).toHaveText(/Dialling or to retry.*1/);
  await expect(calls.getByRole("row").filter({ hasText: "125xxxx0200" })).toHaveText(/Completed.*System Generated/);
  await expect(calls).toContainText(/Times and durations of calls are not reported by Kore\.ai\./);
  await expect(region(page, "Statistics")).toContainText(/does not report when calls were created/);
  await expect(region(page, "Configuration")).toContainText(/2 at most, 10\smin apart/);
  await expect(page.locator("main")).toContainText("DNC CL Dec 4");
});

for (const platform of [dialnexaCampaign, callersCampaign, koreCampaign]) {
  test(`axe finds nothing on the page of ${platform.provider}, at 1440 and at 320 px`, async ({ page, launch }) => {
    await open(page, launch, platform);
    await expect(region(page, "Configuration")).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await violations(page)).toEqual([]);
  });
}

test("a history in pages: once all of it is read, the table counts all of it", async ({ page, demo }) => {
  await page.goto(`${demo.url}c/dialnexa-demo/cmp_uncounted`);
  const read = page.getByRole("paragraph").filter({ hasText: /^All [\d,]+ calls read/ });
  await expect(read).toBeVisible();
  const total = /[\d,]+/.exec((await read.textContent()) ?? "")?.[0] ?? "none";
  await expect(page.getByText(/^Showing/)).toContainText(`of ${total} calls`);
});

test("the demo's home lists campaigns of every platform", async ({ page, demo }) => {
  await page.goto(demo.url);
  await expect(page.getByRole("radio")).toHaveCount(5);
  for (const name of ["Talkover demo", "DialNexa demo", "DialNexa demo, batch calls", "Callers.ai demo", "Kore.ai demo"]) {
    await page.getByRole("group", { name: "Connection" }).getByText(name, { exact: true }).click();
    await page.getByRole("table").getByRole("link").first().click();
    await expect(page.getByRole("region", { name: "Summary" })).toContainText(name);
    await page.goBack();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Campaigns");
    // The link is the state: whoever comes back finds the same list.
    await expect(page.getByRole("radio", { checked: true })).toHaveAccessibleName(new RegExp(`^${name.replace(".", "\\.")}`));
  }
});
