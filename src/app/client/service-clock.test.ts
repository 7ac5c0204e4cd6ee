import { expect, test } from "vitest";
import { createServiceClock } from "./service-clock.ts";

function machine() {
  const local = { monotonic: 0, wall: 0 };
  const clock = createServiceClock({ monotonic: () => local.monotonic, wall: () => local.wall });
  const pass = (milliseconds: number): void => {
    local.monotonic += milliseconds;
    local.wall += milliseconds;
  };
  return { local, clock, pass };
}

test("[fault: viewer's clock wrong] a machine whose clock is an hour wrong shows the service's time", () => {
  const { local, clock, pass } = machine();
  local.wall = 3_600_000;
  clock.set(1_000);
  pass(250);
  expect(clock.now()).toBe(1_250);
});

test("[fault: wake from sleep] time goes on while the machine sleeps, though its monotonic clock stood still", () => {
  const { local, clock } = machine();
  clock.set(1_000);
  local.wall += 28_800_000;
  expect(clock.now()).toBe(28_801_000);
});

test("setting the machine's clock back makes nothing younger", () => {
  const { local, clock, pass } = machine();
  clock.set(1_000);
  pass(5_000);
  local.wall -= 3_600_000;
  expect(clock.now()).toBe(6_000);
});
