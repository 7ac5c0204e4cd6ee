import { expect, test, vi } from "vitest";
import { talkover } from "#providers/talkover/provider.ts";
import type { SiteReading } from "./site-configuration.ts";
import { createSiteService, fetchSiteConfiguration, siteConfigurationAddress } from "./site-service.ts";
import { operator } from "#service/access/viewer.ts";

const ask = new Request("https://page.example/api/v1/connections");
const acme = '{"connections":{"acme":{"provider":"talkover","baseUrl":"/t"}}}';

const fetched = (answer: () => Promise<Response>) =>
  fetchSiteConfiguration({ address: "https://page.example/callboard.config.json", fetch: answer, platforms: [talkover] });

test.each([
  ["https://page.example/assets/entry-x1.js", "https://page.example/callboard.config.json"],
  ["https://page.example/tools/callboard/assets/entry-x1.js", "https://page.example/tools/callboard/callboard.config.json"],
])("beside the page of %s lies %s", (script, address) => expect(siteConfigurationAddress(script)).toBe(address));

test("a file that is not there asks for the demo; one that cannot be read does not", async () => {
  expect(await fetched(async () => new Response("", { status: 404 }))).toEqual({ ok: true, connections: undefined });
  expect(await fetched(async () => new Response(acme))).toMatchObject({ ok: true, connections: [{ name: "acme" }] });
  for (const answer of [async () => new Response("", { status: 403 }), () => Promise.reject(new TypeError("Failed to fetch"))]) {
    expect(await fetched(answer)).toEqual({ ok: false, mistakes: [expect.stringContaining("could not be read")] });
  }
});

test("a mistaken configuration is the answer until it is mended; a good one is read once", async () => {
  const good: SiteReading = { ok: true, connections: undefined };
  const read = vi.fn<() => Promise<SiteReading>>().mockResolvedValue(good).mockResolvedValueOnce({ ok: false, mistakes: ["One.", "Two."] });
  const { fetch } = createSiteService(read, () => ({ fetch: async () => new Response("served") }));
  const refused = await fetch(ask, operator);
  expect([refused.status, refused.headers.get("content-type")]).toEqual([500, "application/problem+json"]);
  expect(await refused.json()).toMatchObject({ code: "misconfigured", detail: "callboard.config.json: One. Two." });
  const answers = await Promise.all([fetch(ask, operator), fetch(ask, operator)]);
  expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(["served", "served"]);
  expect(read).toHaveBeenCalledTimes(2);
});
