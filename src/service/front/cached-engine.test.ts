import { expect, test, vi } from "vitest";
import type { EngineAnswer, EnginePort } from "../engine/port.ts";
import { CachedEngine } from "./cached-engine.ts";
import { whole } from "../access/projection.ts";
import { sampleQuery } from "../engine/calls/testing/sample-calls.ts";

const query = sampleQuery({ limit: 10 });

/** An engine that counts what it is asked, on a clock the test moves. */
function begin(nextPollMilliseconds = 5_000, size = 3) {
  let now = 10_000;
  let count = 0;
  const answer = async (): Promise<EngineAnswer> => {
    count += 1;
    const bytes = new Uint8Array(size).fill(count % 256);
    return { ok: true, bytes, etag: `"${count}"`, clock: { now, readAt: now, callsReadAt: undefined, nextPollMilliseconds, intervalMilliseconds: 5_000 } };
  };
  const inner = {
    campaigns: vi.fn<EnginePort["campaigns"]>(),
    campaign: vi.fn<EnginePort["campaign"]>(answer),
    calls: vi.fn<EnginePort["calls"]>(answer),
    attempts: vi.fn<EnginePort["attempts"]>(),
    csv: vi.fn<EnginePort["csv"]>(),
  };
  const engine = new CachedEngine(inner, { now: () => now });
  const tick = (milliseconds: number): void => {
    now += milliseconds;
  };
  return { engine, inner, tick };
}

const etagOf = async (asked: Promise<EngineAnswer>) => {
  const answer = await asked;
  return answer.ok ? answer.etag : answer.problem.code;
};

test("the same question within a second is answered from the same bytes, with the clock moved on", async () => {
  const { engine, inner, tick } = begin();
  const first = await engine.campaign("acme", "c1", whole, false);
  tick(900);
  const second = await engine.campaign("acme", "c1", whole, false);
  expect(inner.campaign).toHaveBeenCalledTimes(1);
  expect(second).toMatchObject({ etag: '"1"', clock: { now: 10_900, readAt: 10_000, nextPollMilliseconds: 4_100 } });
  expect(first.ok && second.ok && first.bytes === second.bytes).toBe(true);
  tick(101);
  expect(await etagOf(engine.campaign("acme", "c1", whole, false))).toBe('"2"');
});

test("questions at the same time are one", async () => {
  const { engine, inner } = begin();
  await Promise.all(Array.from({ length: 1_000 }, () => engine.campaign("acme", "c1", whole, false)));
  expect(inner.campaign).toHaveBeenCalledTimes(1);
});

test("another campaign, another window and a wish for fresh data are other questions", async () => {
  const { engine, inner, tick } = begin();
  await engine.campaign("acme", "c1", whole, false);
  await engine.campaign("acme", "c2", whole, false);
  await engine.campaign("acme", "c1", whole, true);
  tick(1);
  await engine.calls("acme", "c1", whole, query);
  await engine.calls("acme", "c1", whole, query);
  await engine.calls("acme", "c1", whole, { ...query, offset: 10 });
  expect(inner.campaign).toHaveBeenCalledTimes(3);
  expect(inner.calls).toHaveBeenCalledTimes(2);
});

test("who was told to come back soon is not answered with what was kept", async () => {
  const { engine, tick } = begin(600);
  await engine.campaign("acme", "c1", whole, false);
  tick(301);
  expect(await etagOf(engine.campaign("acme", "c1", whole, false))).toBe('"2"');
});

test("a failure is told again by who failed, and a clock set back keeps nothing", async () => {
  const { engine, inner, tick } = begin();
  const problem = { code: "timeout" as const, status: undefined, detail: "", since: 0, retryAt: undefined };
  const clock = { now: 0, readAt: undefined, callsReadAt: undefined, nextPollMilliseconds: 500, intervalMilliseconds: 5_000 };
  inner.campaign.mockResolvedValueOnce({ ok: false, problem, clock });
  expect(await etagOf(engine.campaign("acme", "c1", whole, false))).toBe("timeout");
  expect(await etagOf(engine.campaign("acme", "c1", whole, false))).toBe('"1"');
  tick(-5_000);
  expect(await etagOf(engine.campaign("acme", "c1", whole, false))).toBe('"2"');
});

test("an engine that ends mid-question leaves the next question free", async () => {
  const { engine, inner } = begin();
  inner.campaign.mockRejectedValueOnce(new Error("The engine ended before it answered"));
  await expect(engine.campaign("acme", "c1", whole, false)).rejects.toThrow("ended");
  expect(await etagOf(engine.campaign("acme", "c1", whole, false))).toBe('"1"');
});

test("while the platform is being read, others are given the last answer and told to come back soon", async () => {
  const { engine, inner, tick } = begin();
  await engine.campaign("acme", "c1", whole, false);
  tick(5_000);
  let answer: (answer: EngineAnswer) => void = () => {};
  inner.campaign.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
  const first = engine.campaign("acme", "c1", whole, false);
  tick(2_000);
  expect(await engine.campaign("acme", "c1", whole, false)).toMatchObject({ etag: '"1"', clock: { now: 17_000, readAt: 10_000, nextPollMilliseconds: 500 } });
  expect(inner.campaign).toHaveBeenCalledTimes(2);
  // What is older than that is not shown; who asks waits with the first.
  tick(10_000);
  const late = engine.campaign("acme", "c1", whole, false);
  const clock = { now: 27_000, readAt: 26_000, callsReadAt: undefined, nextPollMilliseconds: 5_000, intervalMilliseconds: 5_000 };
  answer({ ok: true, bytes: new Uint8Array(3), etag: '"new"', clock });
  expect([await etagOf(first), await etagOf(late)]).toEqual(['"new"', '"new"']);
  expect(inner.campaign).toHaveBeenCalledTimes(2);
});

test("who saw the campaign read anew is not given calls of before", async () => {
  const { engine, tick } = begin();
  await engine.calls("acme", "c1", whole, query);
  expect(await etagOf(engine.calls("acme", "c1", whole, query))).toBe('"1"');
  tick(1);
  expect(await etagOf(engine.campaign("acme", "c1", whole, true))).toBe('"2"');
  expect(await etagOf(engine.calls("acme", "c1", whole, query))).toBe('"3"');
  expect(await etagOf(engine.campaign("acme", "c1", whole, false))).toBe('"2"');
});

test("who saw the campaign change is not given calls of before, kept or still being answered", async () => {
  const { engine, inner, tick } = begin();
  await engine.campaign("acme", "one", whole, false);
  tick(1_100);
  const before = await etagOf(engine.calls("acme", "one", whole, query));
  // A history that comes in pages changes the campaign without its header being read anew.
  tick(100);
  await engine.campaign("acme", "one", whole, false);
  const after = await etagOf(engine.calls("acme", "one", whole, query));
  expect(after).not.toBe(before);

  let end = (_answer: EngineAnswer): void => undefined;
  inner.calls.mockImplementationOnce(
    () =>
      new Promise((resolve) => {
        end = resolve;
      }),
  );
  tick(1_100);
  const late = engine.calls("acme", "one", whole, query);
  const anew = await engine.campaign("acme", "one", whole, false);
  expect(await etagOf(engine.calls("acme", "one", whole, query))).not.toBe(after);
  end(anew);
  await late;
});

test("bytes that did not change stay the same object, however often they are asked for", async () => {
  const { engine, inner, tick } = begin();
  const answer = async (): Promise<EngineAnswer> => {
    const clock = { now: 10_000 + inner.campaign.mock.calls.length, readAt: 0, callsReadAt: undefined, nextPollMilliseconds: 5_000, intervalMilliseconds: 5_000 };
    return { ok: true, bytes: new Uint8Array(3), etag: '"same"', clock };
  };
  inner.campaign.mockImplementation(answer);
  const first = await engine.campaign("acme", "c1", whole, false);
  tick(2_000);
  const second = await engine.campaign("acme", "c1", whole, false);
  expect(inner.campaign).toHaveBeenCalledTimes(2);
  expect(second.clock.now).toBeGreaterThan(first.clock.now);
  expect(first.ok && second.ok && first.bytes === second.bytes).toBe(true);
});

test("what is kept is bounded", async () => {
  const { engine, inner } = begin(5_000, 8 * 1024 * 1024);
  for (let offset = 0; offset < 12; offset += 1) await engine.calls("acme", "c1", whole, { ...query, offset });
  await engine.calls("acme", "c1", whole, { ...query, offset: 11 });
  expect(inner.calls).toHaveBeenCalledTimes(12);
  await engine.calls("acme", "c1", whole, { ...query, offset: 0 });
  expect(inner.calls).toHaveBeenCalledTimes(13);
});
