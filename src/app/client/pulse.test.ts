import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createPulse } from "./pulse.ts";

beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => vi.useRealTimers());

const create = () => createPulse(Date.now, Date.now);

test("a reader's time moves when a whole step has passed, and for all readers at once", () => {
  const pulse = create();
  const seen: number[] = [];
  const stop = pulse.subscribe(() => seen.push(pulse.read(1_000) - 1_000_000));
  expect(pulse.read(1_000)).toBe(1_000_000);
  vi.advanceTimersByTime(1_250);
  expect(seen).toEqual([0, 0, 0, 1_000, 1_000]);
  stop();
});

test("the timer stops with the last reader, and a later reader does not see old time", () => {
  const pulse = create();
  const stops = [pulse.subscribe(() => {}), pulse.subscribe(() => {})];
  pulse.read(1_000);
  for (const stop of stops) stop();
  expect(vi.getTimerCount()).toBe(0);
  vi.setSystemTime(1_060_000);
  expect(pulse.read(1_000)).toBe(1_060_000);
});

test("[fault: wake from sleep] waking from sleep is told, a hidden tab's slow ticks are not", () => {
  const pulse = create();
  const wake = vi.fn<() => void>();
  pulse.onWake(wake);
  const stop = pulse.subscribe(() => {});
  vi.setSystemTime(Date.now() + 60_000);
  vi.advanceTimersByTime(250);
  expect(wake).not.toHaveBeenCalled();
  vi.setSystemTime(Date.now() + 28_800_000);
  vi.advanceTimersByTime(250);
  expect(wake).toHaveBeenCalledTimes(1);
  stop();
});
