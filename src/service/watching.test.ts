import { expect, test } from "vitest";
import { Engine } from "./engine/engine.ts";
import { teller } from "./engine/teller.ts";
import type { Sighting } from "./sighting.ts";
import { simulatedAccount } from "./testing/simulated-account.ts";
import { SteppedClock } from "./testing/stepped-clock.ts";

const start = Date.parse("2026-10-13T15:00:00Z");

/** An engine that reads a simulated account nobody looks at. */
function watched(what: "active" | string[], formerly: string[] = []) {
  const clock = new SteppedClock(start);
  const account = simulatedAccount("talkover", clock.now);
  const asked: string[] = [];
  const sightings: Sighting[] = [];
  const state = { isDown: false };
  const engine = new Engine({
    connections: [
      {
        ...account,
        fetch: async (url, init) => {
          asked.push(new URL(url).pathname.replace(/^.*\/campaigns/, ""));
          return state.isDown ? new Response("{}", { status: 503 }) : account.fetch(url, init);
        },
      },
    ],
    clock,
    random: () => 0.5,
    recording: { teller, sees: (sighting) => sightings.push(sighting) },
  });
  const ending = new AbortController();
  void engine.watch("acme", what, ending.signal, formerly);
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
  };
  return { engine, asked, sightings, state, ending, pass: (milliseconds: number) => clock.pass(milliseconds, settle) };
}

test("the active campaigns are read about once a minute though nobody looks, and each reading is told", async () => {
  const { asked, sightings, ending, pass } = watched("active");
  await pass(5 * 60_000);
  ending.abort();
  const campaigns = new Set(sightings.map(({ campaign }) => campaign));
  expect(campaigns.size).toBeGreaterThan(1);
  for (const campaign of campaigns) {
    const reads = asked.filter((path) => path === `/${campaign}`).length;
    expect([campaign, reads >= 4 && reads <= 7]).toEqual([campaign, true]);
    expect(sightings.filter((each) => each.campaign === campaign).length).toBeGreaterThanOrEqual(4);
  }
  const [first] = sightings;
  expect(first).toMatchObject({ connection: "acme", seen: { kind: "read", observation: { status: { kind: "active" } }, schedule: { hours: { windows: expect.any(Array) } } } });
  // Nothing of those who are called, and nothing that people named.
  expect(JSON.stringify(sightings)).not.toMatch(/\+\d{7,}|\.csv/);
  const told = asked.length;
  await pass(3 * 60_000);
  expect(asked.length).toBe(told);
});

test("a platform that is down is told for campaigns that were never read too, and so is the first reading after it", async () => {
  const probe = watched("active");
  await probe.pass(2_000);
  probe.ending.abort();
  const [id = ""] = probe.sightings.map(({ campaign }) => campaign);

  const { sightings, state, ending, pass } = watched([id]);
  state.isDown = true;
  await pass(3 * 60_000);
  expect(sightings.length).toBeGreaterThanOrEqual(3);
  expect(new Set(sightings.map(({ seen }) => (seen.kind === "unread" ? seen.code : "read")))).toEqual(new Set(["server_error"]));
  state.isDown = false;
  await pass(3 * 60_000);
  ending.abort();
  expect(sightings.at(-1)).toMatchObject({ campaign: id, seen: { kind: "read" } });
});

test("a campaign that was active when it was last read, and ended while nobody watched, is read once more", async () => {
  const everything = watched("active");
  const listed = await everything.engine.campaigns("acme", { all: true });
  everything.ending.abort();
  const ended = listed.ok ? listed.page.campaigns.find(({ status }) => status.kind === "completed")?.id : undefined;
  if (ended === undefined) throw new Error("No campaign has ended");

  const { sightings, ending, pass } = watched("active", [ended]);
  await pass(4 * 60_000);
  ending.abort();
  const seen = sightings.filter(({ campaign }) => campaign === ended);
  expect(seen).toMatchObject([{ seen: { kind: "read", observation: { status: { kind: "completed" } } } }]);
});
