import { odditiesOfPoll, randomOf } from "../scripts/soak/faults.mjs";
import { openSurface } from "../scripts/soak/page.mjs";
import { surfaces } from "../scripts/soak/surfaces.mjs";
import { acme, expect, test } from "./fixtures.ts";

/* The beginning of `npm run soak`, as much as there is time for in a test: DOM and listeners are flat from the start. */
for (const surface of surfaces) {
  test(`[fault: 50,000 polls] ${surface.name}: 90 polls of a moving campaign leave no more nodes and listeners than 30`, async ({ browser, launch, simulator }) => {
    test.slow();
    const { configuration, env } = acme(simulator.baseUrl, simulator.token, { requestsPerMinute: 1_000_000 });
    const host = await launch({ ...configuration, pollSeconds: { calling: 0.02, outsideHours: 0.02, finished: 0.02 } }, env);
    const open = await openSurface(browser, surface, host.url);
    const random = randomOf(7);
    const pollTo = async (count: number): Promise<void> => {
      let seen = open.seen.polls;
      await expect
        .poll(
          async () => {
            if (open.seen.polls > seen) {
              seen = open.seen.polls;
              await simulator.advance(30_000);
              // Failures are backed off from for seconds; what is read and odd is not.
              for (const fault of odditiesOfPoll(random)) await simulator.fault(fault);
            }
            return seen;
          },
          { timeout: 80_000, intervals: [5] },
        )
        .toBeGreaterThanOrEqual(count);
    };
    await pollTo(30);
    for (const _ of surface.touches) await open.touch();
    await simulator.clearFaults();
    const first = await open.measure();
    await pollTo(90);
    for (const _ of surface.touches) await open.touch();
    await simulator.clearFaults();
    const last = await open.measure();
    expect(open.seen.touches).toBeGreaterThan(open.seen.untouchable);
    expect(last.nodes).toBeLessThan(first.nodes * 1.05);
    expect(last.listeners).toBeLessThan(first.listeners * 1.02);
    expect(open.seen.errors).toEqual([]);
    await open.close();
  });
}
