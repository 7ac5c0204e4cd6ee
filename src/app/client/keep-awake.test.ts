import { expect, test, vi } from "vitest";
import { keepAwake } from "./keep-awake.ts";

function screen(request: () => Promise<WakeLockSentinel>) {
  const visible: { visibilityState: DocumentVisibilityState } = { visibilityState: "visible" };
  const document = Object.assign(new EventTarget(), visible);
  const show = (visibilityState: DocumentVisibilityState) => {
    document.visibilityState = visibilityState;
    document.dispatchEvent(new Event("visibilitychange"));
  };
  return { page: { document, navigator: { wakeLock: { request } } }, show };
}

function sentinel() {
  const lock = Object.assign(new EventTarget(), { released: false, type: "screen" as const, onrelease: null, release: vi.fn<() => Promise<void>>(async () => void (lock.released = true)) });
  return lock;
}

/** What was asked for has been answered. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

test("a lock that ended while the page was hidden is asked for again when it is shown", async () => {
  const locks = [sentinel(), sentinel()];
  const given = [...locks];
  const request = vi.fn<() => Promise<WakeLockSentinel>>(async () => given.shift() ?? sentinel());
  const { page, show } = screen(request);
  const letGo = keepAwake(page);
  expect(request).toHaveBeenCalledTimes(1);
  await settled();
  show("visible");
  expect(request).toHaveBeenCalledTimes(1);
  if (locks[0]) locks[0].released = true;
  show("hidden");
  expect(request).toHaveBeenCalledTimes(1);
  show("visible");
  await settled();
  expect(request).toHaveBeenCalledTimes(2);
  letGo();
  expect(locks[1]?.release).toHaveBeenCalledTimes(1);
  show("visible");
  expect(request).toHaveBeenCalledTimes(2);
});

test("refused or absent: nothing fails, and the next showing asks again", async () => {
  const request = vi.fn<() => Promise<WakeLockSentinel>>(async () => Promise.reject(new DOMException("battery", "NotAllowedError")));
  const { page, show } = screen(request);
  const letGo = keepAwake(page);
  await settled();
  show("visible");
  await settled();
  expect(request).toHaveBeenCalledTimes(2);
  letGo();
  expect(() => keepAwake({ ...page, navigator: {} })()).not.toThrow();
});
