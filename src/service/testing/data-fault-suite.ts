import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CallsAnswer, CampaignAnswer } from "../api.ts";
import { campaignBody, someCalls } from "./campaign-body.ts";
import { until } from "./until.ts";
import { campaignPath, type Hosted, type StartHost } from "./hosted.ts";
import { json, startUpstream, type Upstream } from "./upstream.ts";

const cadence = { calling: 1, outsideHours: 1, finished: 1 };
const sumOf = ({ progress }: CampaignAnswer): number => progress.segments.reduce((sum, { count }) => sum + count, 0);
const calls = someCalls(20);
const rest = calls.slice(1);

/** What an answer may hold that can be read and is odd, one reading after the other; over a host as it runs. */
export function dataFaultSuite(hostName: string, start: StartHost): void {
  describe.concurrent(`odd data on the ${hostName}`, () => {
    /** What the platform answers for each campaign: every test has one of its own, on one host. */
    const bodies = new Map<string, unknown>();
    const asked = new Map<string, number>();
    let upstream: Upstream;
    let host: Hosted;
    beforeAll(async () => {
      upstream = await startUpstream((request, response, count) => {
        const id = request.url?.split("/").at(-1) ?? "";
        asked.set(id, (asked.get(id) ?? 0) + 1);
        json(200, bodies.get(id))(request, response, count);
      });
      host = await start({ baseUrl: upstream.baseUrl, cadence, requestsPerMinute: 1_000_000 });
    });
    afterAll(async () => {
      await host.stop();
      await upstream.close();
    });

    const begin = (id: string) => {
      const path = `${campaignPath}/${id}`;
      const ask = async () => (await (await host.ask(path)).json()) as CampaignAnswer;
      /** What is answered once the platform was read with this list `readings` times and once more, which may have begun before. */
      const readWith = async (listed: unknown[], change: Record<string, unknown> = {}, readings = 1): Promise<CampaignAnswer> => {
        bodies.set(id, campaignBody(calls, { calls: listed, ...change }));
        const before = asked.get(id) ?? 0;
        return until(async () => {
          const answer = await ask();
          return (asked.get(id) ?? 0) > before + readings ? answer : undefined;
        });
      };
      return { path, readWith };
    };

    test("[fault: duplicate ids] the newest wins, and a count is shown", async () => {
      const { readWith } = begin("duplicate");
      const answer = await readWith([...calls, { ...calls[0], status: "busy", created_at: "2026-10-02T15:00:00Z" }]);
      expect(answer.notices).toContainEqual({ kind: "duplicate_calls", count: 1 });
      expect(answer).toMatchObject({ calls: { value: { rows: 20 } }, charts: { value: { outcomesByCall: { completed: 3, busy: 5 } } } });
    });

    test("[fault: vanished calls] they are dropped after being missing twice, and counted", async () => {
      const { readWith } = begin("vanished");
      await readWith(calls, {}, 0);
      const answer = await readWith(rest, {}, 3);
      expect(answer.calls).toMatchObject({ value: { rows: 19 } });
      expect(answer.notices).toContainEqual({ kind: "vanished_calls", count: 1 });
    });

    test("[fault: older answers] an answer older than the one shown is ignored, and counted", async () => {
      const { path, readWith } = begin("older");
      await readWith(calls, { updated_at: "2026-10-02T10:00:00Z" });
      const answer = await readWith(rest, { updated_at: "2026-10-02T09:00:00Z" }, 0);
      expect(answer.notices).toContainEqual(expect.objectContaining({ kind: "older_answers_ignored" }));
      expect(((await (await host.ask(`${path}/calls`)).json()) as CallsAnswer).total).toBe(20);
    });

    test("[fault: unknown words] they stay as they are, are counted as unknown, and the segments sum to the total", async () => {
      const { readWith } = begin("words");
      const files = [{ id: "f", original_filename: "leads.csv", processed_filename: "p", status: "pondered", total_records: 20, processed_records: 20 }];
      const answer = await readWith([{ ...calls[0], status: "abducted" }, ...rest], { status: "hibernating", files });
      expect(answer.campaign.status).toEqual({ kind: "unknown", word: "hibernating" });
      expect(answer.notices).toContainEqual({ kind: "unknown_words", words: [{ word: "abducted", count: 1 }] });
      expect(answer.files).toMatchObject({ value: [{ state: { kind: "unknown", word: "pondered" } }] });
      expect(answer.progress.segments).toContainEqual(expect.objectContaining({ part: "unknown", count: 1 }));
      expect(answer.progress.total).toMatchObject({ value: sumOf(answer) });
    });

    test("[fault: bad rows] calls and files that cannot be read are set aside and counted", async () => {
      const { readWith } = begin("bad-rows");
      const answer = await readWith([...calls, { id: 7 }, null, "row"], { files: [{ status: "processed" }] });
      expect(answer.calls).toMatchObject({ value: { rows: 20 } });
      expect(answer.notices).toContainEqual(expect.objectContaining({ kind: "rows_set_aside", calls: 3, files: 1 }));
    });

    test("[fault: extra and missing fields] more, fewer and null ones are accepted", async () => {
      const { readWith } = begin("fields");
      const odd = { description: undefined, initial_call_delay: null, max_retries: null, agent: null, unheard_of: { deep: [1] }, stats: undefined, files: null };
      const answer = await readWith(calls.map((call) => ({ ...call, duration: null, tags: ["new"] })), odd);
      expect(answer).toMatchObject({ upstream: { state: "ok" }, calls: { value: { rows: 20 } } });
      expect(answer.notices).toEqual([]);
    });

    test("[fault: counters that disagree] they are flagged once, both are told, and no part exceeds the whole", async () => {
      const { readWith } = begin("counters");
      const stats = { total_calls: 100, completed_calls: 90, failed_calls: 40, success_rate: 80, average_duration: 1 };
      const files = [{ id: "f", original_filename: "leads.csv", processed_filename: "p", status: "processed", total_records: 50, processed_records: 60 }];
      // A flag is raised once three readings in a row ask for it.
      const answer = await readWith(calls, { stats, files }, 4);
      const { notices } = answer;
      expect(notices.filter(({ kind }) => kind === "total_calls_disagree")).toEqual([{ kind: "total_calls_disagree", reported: 100, rows: 20, numbers: 20, attempts: 20 }]);
      expect(notices).toContainEqual(expect.objectContaining({ kind: "file_over_read", processed: 60, total: 50 }));
      expect(notices).toContainEqual(expect.objectContaining({ kind: "parts_exceed_total", completed: 90, failed: 40, total: 100 }));
      expect(answer.progress.total).toMatchObject({ value: sumOf(answer) });
    });

    test("[fault: unknown time zone] it is said, and nothing is guessed from it", async () => {
      const { readWith } = begin("zone");
      const answer = await readWith([{ ...calls[0], status: "queued" }], { timezone: "Mars/Olympus" });
      expect(answer.notices).toContainEqual({ kind: "unknown_time_zone", timeZone: "Mars/Olympus" });
      expect(answer).toMatchObject({ hours: { value: { timeZoneKnown: false, windows: [] } }, sentence: { kind: "active_hours_unknown" } });
    });
  });
}
