import { expect, test } from "vitest";
import { createTokenKeeper } from "./token-keeper.ts";

/** A keeper on a clock that the test moves; `asked` counts questions to the host. */
function keeping(random = 0.5) {
  let now = 0;
  let asked = 0;
  const timers = new Set<{ at: number; run: () => void }>();
  const keeper = createTokenKeeper({
    ask: () => {
      asked += 1;
    },
    monotonic: () => now,
    random: () => random,
    later(milliseconds, then) {
      const timer = { at: now + milliseconds, run: then };
      timers.add(timer);
      return () => timers.delete(timer);
    },
  });
  const pass = async (milliseconds: number): Promise<void> => {
    const end = now + milliseconds;
    for (;;) {
      const [next] = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (next === undefined) break;
      timers.delete(next);
      now = next.at;
      next.run();
      await Promise.resolve();
    }
    now = end;
  };
  return { keeper, pass, asked: () => asked, timers: () => timers.size };
}

test("however many wait for a token, the host is asked once", async () => {
  const { keeper, asked } = keeping();
  const waiting = [keeper.token(), keeper.token(), keeper.renew(undefined)];
  keeper.given("one", 60_000);
  expect(await Promise.all(waiting)).toEqual(["one", "one", true]);
  expect(asked()).toBe(1);
});

test("another token is asked for before the one held is over, and that one serves until then", async () => {
  const { keeper, pass, asked } = keeping();
  const first = keeper.token();
  keeper.given("one", 100_000);
  await first;
  await pass(70_000);
  expect(asked()).toBe(1);
  await pass(10_000);
  expect(asked()).toBe(2);
  expect(await keeper.token()).toBe("one");
  keeper.given("two", 100_000);
  expect(await keeper.token()).toBe("two");
});

test("an outage of the host: the token held is used on, and questions grow rare, with one timer", async () => {
  const { keeper, pass, asked, timers } = keeping();
  void keeper.token();
  keeper.given("one", 10_000);
  await pass(7_500);
  for (let minute = 0; minute < 60; minute += 1) {
    if (keeper.state() !== "failing") keeper.refused("failed");
    const before = asked();
    await pass(60_000);
    if (asked() > before) keeper.refused("failed");
    expect(timers()).toBe(1);
  }
  expect(await keeper.token()).toBe("one");
  expect(asked()).toBeLessThan(70);
  keeper.given("two", 100_000);
  expect([await keeper.token(), keeper.state()]).toEqual(["two", "held"]);
});

test("a host that never answers is late, and nobody waits for it forever", async () => {
  const { keeper, pass, asked } = keeping();
  const waiting = keeper.token();
  await pass(20_000);
  expect([await waiting, keeper.state(), asked()]).toEqual([undefined, "failing", 1]);
  // Who asks meanwhile is not let wait, and asks the host nothing.
  expect(await keeper.token()).toBeUndefined();
  expect(asked()).toBe(1);
});

test("a refused token is replaced once; the same one given again is no renewal", async () => {
  const { keeper, asked } = keeping();
  keeper.given("one", 60_000);
  const renewal = keeper.renew("one");
  keeper.given("two", 60_000);
  expect([await renewal, await keeper.renew("one"), asked()]).toEqual([true, true, 1]);
  const again = keeper.renew("two");
  keeper.given("two", 60_000);
  expect(await again).toBe(false);
});

test("a host that says no is believed: the token is dropped, and it is asked again seldom", async () => {
  const { keeper, pass, asked } = keeping();
  keeper.given("one", 60_000);
  keeper.refused("denied");
  expect([await keeper.token(), keeper.state()]).toEqual([undefined, "denied"]);
  await pass(10_000);
  expect(asked()).toBe(0);
  keeper.again();
  expect(asked()).toBe(1);
});

test("while nobody looks no token is renewed; seen again, what was due is done at once", async () => {
  const { keeper, pass, asked } = keeping();
  keeper.given("one", 10_000);
  keeper.show(false);
  await pass(3_600_000);
  expect(asked()).toBe(0);
  keeper.show(true);
  expect(asked()).toBe(1);
});

test("a token that lives for seconds, or is over already, is not asked for in a storm", async () => {
  const { keeper, pass, asked } = keeping();
  keeper.given("over", 0);
  for (let second = 0; second < 60; second += 1) {
    const before = asked();
    await pass(1_000);
    // Every second something is asked of the service, with the token there is.
    void keeper.token();
    if (asked() > before) keeper.given(`over-${second}`, 0);
  }
  expect(asked()).toBeLessThanOrEqual(12);
});

test("a token that lives for a year is asked for again after a day: timers that are longer fire at once", async () => {
  const { keeper, pass, asked } = keeping();
  keeper.given("one", 365 * 86_400_000);
  await pass(86_399_000);
  expect(asked()).toBe(0);
  await pass(2_000);
  expect(asked()).toBe(1);
});

test("frames that began together do not renew together", async () => {
  const [early, late] = [keeping(0), keeping(0.99)];
  for (const { keeper } of [early, late]) keeper.given("one", 100_000);
  await Promise.all([early.pass(75_000), late.pass(75_000)]);
  expect([early.asked(), late.asked()]).toEqual([1, 0]);
});
