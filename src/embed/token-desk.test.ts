import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { CallboardAnswer } from "./embed-types.ts";
import type { ToFrame } from "./protocol.ts";
import { createTokenDesk } from "./token-desk.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A desk whose function is answered by the test. */
function desk() {
  const calls: { give(answer: CallboardAnswer): void; fail(): void; signal: AbortSignal }[] = [];
  const told: ToFrame[] = [];
  const opened = createTokenDesk(
    ({ signal }) =>
      new Promise((resolve, reject) => {
        calls.push({ give: resolve, fail: () => reject(new Error("down")), signal });
      }),
    (message) => told.push(message),
  );
  return { ...opened, calls, told };
}

test("the host's function is called once at a time, however often a token is wanted", async () => {
  const { ask, calls, told } = desk();
  ask();
  ask();
  ask();
  expect(calls).toHaveLength(1);
  calls[0]?.give("one");
  await vi.runAllTimersAsync();
  ask();
  calls[1]?.give({ token: "two", expiresInSeconds: 60 });
  await vi.runAllTimersAsync();
  expect(told).toEqual([{ kind: "token", token: "one" }, { kind: "token", token: "two", expiresInSeconds: 60 }]);
});

test("a function that hangs is said to be late, may still answer, and is given up after a minute", async () => {
  const { ask, calls, told } = desk();
  ask();
  await vi.advanceTimersByTimeAsync(15_000);
  expect(told).toEqual([{ kind: "no-token", reason: "late" }]);
  ask();
  expect(calls).toHaveLength(1);
  calls[0]?.give("late but here");
  await vi.advanceTimersByTimeAsync(0);
  expect(told.at(-1)).toEqual({ kind: "token", token: "late but here" });

  ask();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(calls[1]?.signal.aborted).toBe(true);
  ask();
  expect(calls).toHaveLength(3);
  calls[1]?.give("too late");
  await vi.advanceTimersByTimeAsync(0);
  expect(told.filter(({ kind }) => kind === "token")).toHaveLength(1);
});

test("failures are told apart: nobody who may, and no answer now", async () => {
  const { ask, calls, told } = desk();
  ask();
  calls[0]?.give(null);
  await vi.advanceTimersByTimeAsync(0);
  ask();
  calls[1]?.fail();
  await vi.advanceTimersByTimeAsync(0);
  ask();
  calls[2]?.give("");
  await vi.advanceTimersByTimeAsync(0);
  expect(told.map((message) => (message.kind === "no-token" ? message.reason : message.kind))).toEqual(["denied", "failed", "failed"]);
  const throwing: ToFrame[] = [];
  createTokenDesk(
    () => {
      throw new Error("broken");
    },
    (message) => throwing.push(message),
  ).ask();
  await vi.advanceTimersByTimeAsync(0);
  expect(throwing).toEqual([{ kind: "no-token", reason: "failed" }]);
});

test("what is no token at all fails, whatever its shape", async () => {
  const told: ToFrame[] = [];
  for (const given of ["undefined", "5", "{}", '{ "token": 5 }', "[]", "false"]) {
    const answer: () => CallboardAnswer = () => (given === "undefined" ? undefined : JSON.parse(given));
    createTokenDesk(answer, (message) => told.push(message)).ask();
    await vi.advanceTimersByTimeAsync(0);
  }
  expect(told).toEqual(Array.from({ length: 6 }, () => ({ kind: "no-token", reason: "failed" })));
});

test("closed, it leaves no timer and no call behind", async () => {
  const { ask, close, calls, told } = desk();
  ask();
  close();
  expect([vi.getTimerCount(), calls[0]?.signal.aborted]).toEqual([0, true]);
  calls[0]?.give("one");
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toEqual([]);
});
