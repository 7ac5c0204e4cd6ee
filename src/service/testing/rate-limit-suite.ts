import { describe, expect, test } from "vitest";
import { clockHeaders, type CampaignAnswer, type Problem } from "../api.ts";
import { campaignBody, someCalls } from "./campaign-body.ts";
import { until } from "./until.ts";
import { campaignPath, type StartHost } from "./hosted.ts";
import { json, startUpstream } from "./upstream.ts";

const path = `${campaignPath}/c1`;
const cadence = { calling: 1, outsideHours: 1, finished: 1 };
const good = json(200, campaignBody(someCalls(20)));
const inAMinute = () => new Date(Date.now() + 60_000).toUTCString();
const jitter = { least: 1, most: 30 };

/** Header, and the seconds until the next try. Where it says nothing of use the first step of the back-off holds. */
const waits: [string, () => string | undefined, { least: number; most: number }][] = [
  ["[fault: 429 with Retry-After] seconds", () => "30", { least: 30, most: 30 }],
  ["[fault: 429 with Retry-After] an HTTP date", inAMinute, { least: 45, most: 60 }],
  ["[fault: 429 with Retry-After] 0", () => "0", { least: 1, most: 1 }],
  ["[fault: 429 with Retry-After] a date in the past", () => "Wed, 21 Oct 2015 07:28:00 GMT", jitter],
  ["[fault: 429 with Retry-After] garbage", () => "soon", jitter],
  ["[fault: 429 with Retry-After] 10⁹", () => "1000000000", { least: 900, most: 900 }],
  ["[fault: 429 bare] none", () => undefined, jitter],
];

/** A platform that asks for fewer requests, and many who wait for one that is away; over a host as it runs. */
export function rateLimitSuite(hostName: string, start: StartHost): void {
  describe.concurrent(`a platform's limits on the ${hostName}`, () => {
    test.each(waits)("%s: the whole connection waits that long, and shows what was read", async (_, header, { least, most }) => {
      const upstream = await startUpstream(good);
      const host = await start({ baseUrl: upstream.baseUrl, cadence });
      await host.ask(path);
      const text = header();
      upstream.answer(json(429, { success: false }, text === undefined ? {} : { "retry-after": text }));
      const { problem } = await until(async () => {
        const response = await host.ask(path);
        const { upstream: now } = (await response.json()) as CampaignAnswer;
        return now.state === "failing" ? now : undefined;
      });
      const asked = upstream.requests.length;
      expect(problem).toMatchObject({ code: "rate_limited" });
      const seconds = ((problem.retryAt ?? Number.NaN) - problem.since) / 1_000;
      expect(seconds).toBeGreaterThanOrEqual(least);
      expect(seconds).toBeLessThanOrEqual(most);

      const other = await host.ask(`${campaignPath}/c2`);
      expect(((await other.json()) as Problem).code).toBe("rate_limited");
      expect(Number(other.headers.get(clockHeaders.nextPoll))).toBeLessThanOrEqual(most * 1_000);
      expect(await (await host.ask(`${path}/calls`)).json()).toMatchObject({ total: 20 });
      expect(upstream.requests).toHaveLength(asked);
      await host.stop();
      await upstream.close();
    });

    test("[fault: back after 8 hours] 200 viewers wait for a platform that is away: it is asked once when that is due, and all are answered", async () => {
      const upstream = await startUpstream(json(503, {}));
      const host = await start({ baseUrl: upstream.baseUrl, cadence });
      const first = (await (await host.ask(path)).json()) as Problem;
      expect(first.code).toBe("server_error");
      upstream.answer(good);
      const asked = upstream.requests.length;
      await new Promise((resolve) => setTimeout(resolve, (first.retryAt ?? Number.NaN) - Date.now() + 50));
      const answers = await Promise.all(Array.from({ length: 200 }, () => host.ask(path)));
      expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 200 }, () => 200));
      expect(upstream.requests.length).toBe(asked + 1);
      await host.stop();
      await upstream.close();
    });
  });
}
