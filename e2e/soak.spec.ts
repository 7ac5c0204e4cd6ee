import { odditiesOfPoll, randomOf } from "../scripts/soak/faults.mjs";
import { usability } from "../scripts/soak/figures.mjs";
import { openSurface } from "../scripts/soak/page.mjs";
import { surfaces } from "../scripts/soak/surfaces.mjs";
import { acme, expect, test } from "./fixtures.ts";

const polls = 60;

// A trace keeps a node of its own for each node it has seen.
test.use({ trace: "off" });

/*
 * The beginning of `npm run soak`, as much as there is time for in a test: DOM and listeners are flat from
 * the start. What is shown may grow by a few lines, for there is more to say after a fault than before it.
 */
for (const surface of surfaces) {
  test(`[fault: 50,000 polls] ${surface.name}: ${polls} more polls of a moving campaign leave no more nodes and listeners`, async ({ browser, launch, simulator }) => {
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
    /** Measured thrice around here: there is more to say at one moment than at another. */
    const measuredFrom = async (count: number) => {
      await pollTo(count);
      for (const _ of surface.touches) await open.touch();
      await simulator.clearFaults();
      const taken = [await open.measure()];
      for (let more = 1; more < 3; more += 1) {
        await pollTo(open.seen.polls + 5);
        taken.push(await open.measure());
      }
      return {
        shown: taken.map(({ shownNodes }) => shownNodes),
        kept: taken.map(({ nodes, shownNodes }) => nodes - shownNodes),
        listeners: taken.map(({ listeners }) => listeners),
      };
    };
    const first = await measuredFrom(30);
    const last = await measuredFrom(open.seen.polls + polls);
    expect(usability(surface, open.seen)).toEqual([]);
    expect(Math.min(...last.kept), "nodes that are no longer shown").toBeLessThan(Math.max(...first.kept) + polls / 2);
    expect(Math.min(...last.shown), "nodes that are shown").toBeLessThan(Math.max(...first.shown) + polls);
    expect(Math.min(...last.listeners)).toBeLessThan(Math.max(...first.listeners) * 1.02);
    expect(open.seen.errors).toEqual([]);
    await open.close();
  });
}
