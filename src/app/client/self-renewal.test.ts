import { expect, test } from "vitest";
import { createRenewals, entryOf, type RenewalPage } from "./self-renewal.ts";

const html = (entry: string) => `<head><script src="/early.js" defer></script><script type="module" crossorigin src="/callboard/assets/${entry}"></script></head>`;
const hour = 3_600_000;
const megabyte = 1024 * 1024;
const calm = () => true;

function wall(given: Partial<RenewalPage> = {}) {
  const reloads: string[] = [];
  const page: RenewalPage = {
    entry: "index-aaaaaaaa.js",
    pageText: async () => html("index-aaaaaaaa.js"),
    heapBytes: () => 40 * megabyte,
    uptimeMilliseconds: () => hour,
    reload: (why) => reloads.push(why),
    ...given,
  };
  return { renewals: createRenewals(page), reloads };
}

test("the entry script of a page is told from its other scripts", () => {
  expect(entryOf(html("index-Ab_9-x12.js"))).toBe("index-Ab_9-x12.js");
  expect(entryOf("<h1>Sign in</h1>")).toBeUndefined();
});

test("nothing new: the page stays", async () => {
  const { renewals, reloads } = wall();
  for (let look = 0; look < 5; look++) await renewals.look(calm);
  expect(reloads).toEqual([]);
});

test("a new build is loaded once it was seen twice, and only once", async () => {
  const { renewals, reloads } = wall({ pageText: async () => html("index-bbbbbbbb.js") });
  await renewals.look(calm);
  expect(reloads).toEqual([]);
  await renewals.look(calm);
  await renewals.look(calm);
  expect(reloads).toEqual(["new build"]);
});

test("half a deployment, where two builds answer in turn, is waited out", async () => {
  let look = 0;
  const { renewals, reloads } = wall({ pageText: async () => html(look++ % 2 === 0 ? "index-bbbbbbbb.js" : "index-aaaaaaaa.js") });
  for (let count = 0; count < 6; count++) await renewals.look(calm);
  expect(reloads).toEqual([]);
});

test.each([
  ["the server does not answer", async () => undefined],
  ["something else answers", async () => "<h1>Sign in</h1>"],
])("%s: the readable screen stays, however much memory is used and however long it runs", async (_, pageText) => {
  const { renewals, reloads } = wall({ pageText, heapBytes: () => 900 * megabyte, uptimeMilliseconds: () => 9 * 24 * hour });
  await renewals.look(calm);
  await renewals.look(calm);
  expect(reloads).toEqual([]);
});

test("while what is on screen could not be had again the page stays; then it goes", async () => {
  const { renewals, reloads } = wall({ heapBytes: () => 900 * megabyte });
  await renewals.look(() => false);
  expect(reloads).toEqual([]);
  await renewals.look(calm);
  expect(reloads).toEqual(["memory"]);
});

test("a week is enough, and minutes are not", async () => {
  const old = wall({ uptimeMilliseconds: () => 7 * 24 * hour + 1 });
  await old.renewals.look(calm);
  expect(old.reloads).toEqual(["uptime"]);
  const young = wall({ uptimeMilliseconds: () => 60_000, heapBytes: () => 900 * megabyte });
  await young.renewals.look(calm);
  expect(young.reloads).toEqual([]);
});

test("a browser that tells no memory is left alone", async () => {
  const { renewals, reloads } = wall({ heapBytes: () => undefined });
  await renewals.look(calm);
  expect(reloads).toEqual([]);
});
