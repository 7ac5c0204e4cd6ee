import { expect, test } from "vitest";
import { talkover } from "#providers/talkover/provider.ts";
import { ConnectionGate } from "./connection-gate.ts";

const minute = 60_000;
const standard = () => new ConnectionGate({ provider: talkover, requestsPerMinute: 100 }, 0, () => 0.5);

test("polls have most of the flow while nothing else asks, three quarters in the minute after something did", () => {
  const gate = standard();
  const seconds = (now: number) => Number((gate.leastInterval(8, now) / 1_000).toFixed(1));
  expect(seconds(0)).toBe(6.3);
  // A list, a first reading.
  gate.extras.takeNow(1_000);
  expect([seconds(1_000), seconds(60_999), seconds(61_000)]).toEqual([8, 8, 6.3]);
  // A further page of a history.
  gate.take(100_000, 3);
  expect([seconds(100_000), seconds(100_000 + minute)]).toEqual([8, 6.3]);
});

test("eight campaigns at the interval for eight are never kept waiting, stay below the limit, and leave at once what somebody opens then", () => {
  const gate = standard();
  const interval = gate.leastInterval(8, 0);
  const sent: number[] = [];
  const due = Array.from({ length: 8 }, (_, index) => (index * interval) / 8);
  for (let now = 0; now < 10 * minute; now += 10) {
    for (const [index, at] of due.entries()) {
      if (now < at) continue;
      expect(gate.take(now)).toBe(0);
      sent.push(now);
      due[index] = at + interval;
    }
  }
  const mostInAMinute = Math.max(...sent.map((from) => sent.filter((at) => at >= from && at < from + minute).length));
  expect(mostInAMinute).toBeGreaterThan(70);
  expect(mostInAMinute).toBeLessThan(95);
  expect(gate.extras.takeNow(10 * minute)).toBe(true);
});
