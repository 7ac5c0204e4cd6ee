import { expect, test } from "vitest";
import { clockHeaders, refreshHeader } from "#service/api.ts";
import { createApi } from "./api.ts";
import { createCampaignQuestion } from "./campaign-question.ts";
import { createReadings, readingKey } from "./readings.ts";
import { createServiceClock } from "./service-clock.ts";

const key = readingKey("acme", "one");
const headers = (more: Record<string, string> = {}) => ({
  [clockHeaders.now]: "100000",
  [clockHeaders.readAt]: "99000",
  [clockHeaders.nextPoll]: "4000",
  [clockHeaders.interval]: "5000",
  ...more,
});
const good = (more?: Record<string, string>) => Response.json({ progress: {}, upstream: { state: "ok" } }, { headers: headers(more) });

/** A service that gives these answers one after the other. */
function create(...answers: (() => Response)[]) {
  const clock = createServiceClock({ monotonic: () => 0, wall: () => 0 });
  const readings = createReadings(() => 0);
  const sent: Headers[] = [];
  const api = createApi(async (_, init) => {
    sent.push(new Headers(init.headers));
    init.signal?.throwIfAborted();
    const answer = answers.shift();
    if (answer === undefined) throw new TypeError("no network");
    return answer();
  }, clock);
  const question = createCampaignQuestion(api, clock, readings);
  const ask = (signal = new AbortController().signal) => question.ask("acme", "one", signal);
  return { ask, question, readings, sent };
}

test("the reading says when the data was read and when to ask again", async () => {
  const { ask, readings } = create(good);
  const asked = ask();
  expect(readings.of(key)).toMatchObject({ readAt: undefined });
  expect(readings.isAwaited(key)).toBe(true);
  await asked;
  expect(readings.of(key)).toMatchObject({
    readAt: 99_000,
    nextPollAt: 104_000,
    pollAfterMilliseconds: 4_000,
    intervalMilliseconds: 5_000,
    upstream: undefined,
  });
  expect(readings.isAwaited(key)).toBe(false);
});

test("a 304 renews the reading and nothing else", async () => {
  const { ask, readings } = create(
    () => good({ etag: '"x"' }),
    () => new Response(null, { status: 304, headers: headers({ [clockHeaders.now]: "105000", [clockHeaders.readAt]: "104500" }) }),
  );
  const first = await ask();
  const second = await ask();
  expect(second.data).toBe(first.data);
  expect(readings.of(key)).toMatchObject({ readAt: 104_500, nextPollAt: 109_000 });
});

test("failures keep what was read, back off, and end with the next answer", async () => {
  const fails = () => Response.error();
  const { ask, readings } = create(good, fails, fails, good);
  await ask();
  await expect(ask()).rejects.toMatchObject({ name: "ApiError" });
  expect(readings.of(key)).toMatchObject({ readAt: 99_000, failures: 1, pollAfterMilliseconds: 1_000 });
  await expect(ask()).rejects.toMatchObject({ name: "ApiError" });
  expect(readings.of(key)).toMatchObject({ readAt: 99_000, failures: 2, pollAfterMilliseconds: 2_000 });
  await ask();
  expect(readings.of(key)).toMatchObject({ failures: 0, failure: undefined, pollAfterMilliseconds: 4_000 });
});

test("an old answer given because the platform refuses says so", async () => {
  const problem = { code: "rate_limited", status: 429, detail: "", since: 0 };
  const { ask, readings } = create(() => Response.json({ progress: {}, upstream: { state: "failing", problem } }, { headers: headers() }));
  await ask();
  expect(readings.of(key).upstream).toBe("rate_limited");
});

test("a question that is withdrawn is no failure", async () => {
  const { ask, readings } = create();
  await expect(ask(AbortSignal.abort())).rejects.toMatchObject({ name: "AbortError" });
  expect(readings.of(key)).toMatchObject({ failures: 0 });
  expect(readings.isAwaited(key)).toBe(false);
});

test("a wish for fresh data goes with the next question only", async () => {
  const { ask, question, sent } = create(good, good);
  question.wantFresh("acme", "one");
  await ask();
  await ask();
  expect(sent.map((each) => each.get(refreshHeader))).toEqual(["now", null]);
});
