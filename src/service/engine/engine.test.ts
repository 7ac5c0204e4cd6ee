import { providers } from "#providers/registry.ts";
import { expect, test } from "vitest";
import { sample } from "../testing/upstream.ts";
import { Engine } from "./engine.ts";
import { whole } from "../access/projection.ts";

/* Answers cross from an engine's thread to the one that listens, which pays for every byte of them. */
test("an answer holds its bytes, their tag and a clock, and nothing of the snapshot behind them", async () => {
  const provider = providers.get("talkover");
  if (provider === undefined) throw new Error("No Talkover");
  const headers = { "content-type": "application/json" };
  const acme = {
    name: "acme",
    label: "Acme",
    provider,
    account: {},
    baseUrl: "http://platform.invalid",
    token: "talq_canary",
    demo: false,
    consoleUrl: undefined,
    stated: { timeZone: undefined, callingHours: undefined },
    maxBodyBytes: 2 ** 20,
    deadlineMilliseconds: 1_000,
    fetch: async () => new Response(sample("talkover-campaign").toString("utf8"), { headers }),
  };
  const engine = new Engine({ connections: [acme], clock: { now: () => Date.UTC(2026, 9, 1, 16) } });
  // Twice: what is worked out, and what is kept of it.
  for (let asked = 0; asked < 2; asked += 1) {
    const answer = await engine.campaign("acme", "campaign-uuid-1", whole, false);
    expect(Object.keys(answer).toSorted()).toEqual(["bytes", "clock", "etag", "ok"]);
    expect(Object.values(answer.clock).filter((value) => value !== undefined && typeof value !== "number")).toEqual([]);
  }
});
