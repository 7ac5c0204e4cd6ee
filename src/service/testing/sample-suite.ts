import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CallsAnswer, CampaignAnswer } from "../api.ts";
import { clockHeaders } from "../api.ts";
import { campaignPath, type Hosted, type StartHost } from "./hosted.ts";
import { published, startUpstream, type Upstream } from "./upstream.ts";

const path = `${campaignPath}/campaign-uuid-1`;

/** What every host must answer on the published sample, served byte for byte. */
export function sampleSuite(hostName: string, start: StartHost): void {
  describe(`the published sample on the ${hostName}`, () => {
    let upstream: Upstream;
    let host: Hosted;
    beforeAll(async () => {
      upstream = await startUpstream(published);
      host = await start({ baseUrl: upstream.baseUrl });
    });
    afterAll(async () => {
      await host.stop();
      await upstream.close();
    });
    const get = async <T>(route: string, init?: RequestInit): Promise<T> => {
      const response = await host.ask(route, init);
      expect(response.status).toBe(200);
      return response.json() as Promise<T>;
    };

    test("summary, progress, figures, files and the one contradiction", async () => {
      const answer = await get<CampaignAnswer>(path);
      expect(answer.campaign).toMatchObject({
        name: "Sales Campaign",
        status: { kind: "active" },
        agent: { value: { name: { value: "Sales Agent" }, label: { value: "Sales Agent Label" } } },
        type: { value: "sales" },
        startDate: { value: "2024-01-01" },
      });
      expect(answer.hours).toMatchObject({ value: { timeZone: "America/New_York", timeZoneKnown: true } });
      expect(answer.hours.reported && answer.hours.value.week).toEqual(
        [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: "09:00", end: "17:00" })),
      );
      expect(answer.progress).toMatchObject({ source: "statistics", total: { value: 1450 }, done: { count: 80, atMost: 100 }, rejected: { value: 50 } });
      expect(answer.figures).toMatchObject({
        totalCalls: { shown: { value: 100 }, other: { value: 2 } },
        successRatePercent: { shown: { value: 80 }, other: { value: 50 } },
        averageDurationSeconds: { shown: { value: 120, source: "stats.average_duration" } },
      });
      expect(answer.files).toMatchObject({
        value: [
          { originalName: { value: "contacts.csv" }, processedRecords: { value: 950 }, rejectedRecords: { value: 50 } },
          { originalName: { value: "leads.xlsx" }, state: { kind: "processing" }, rejectedRecords: { reported: false } },
        ],
      });
      expect(answer.notices).toEqual([{ kind: "total_calls_disagree", reported: 100, rows: 2, numbers: 2, attempts: 3 }]);
      expect(answer.upstream).toEqual({ state: "ok" });
      expect(["inside_hours", "outside_hours"]).toContain(answer.sentence.kind);
    });

    test("both listed calls stand in the closed-hours bucket of Sunday 31 December 2023", async () => {
      const { charts } = await get<CampaignAnswer>(path);
      const time = charts.reported ? charts.value.time : charts;
      expect(time).toMatchObject({ value: { zone: "America/New_York", days: [{ date: "2023-12-31", closed: { completed: 1, failed: 1 } }] } });
      expect(charts).toMatchObject({ value: { answerRate: { kind: "withheld" } } });
    });

    test("the clock travels as headers, and a quiet poll is a 304 that carries it too", async () => {
      const first = await host.ask(path);
      const etag = first.headers.get("etag") ?? "";
      const second = await host.ask(path, { headers: { "if-none-match": etag } });
      expect(second.status).toBe(304);
      for (const response of [first, second]) {
        expect(response.headers.get("cache-control")).toContain("no-store");
        const { callsReadAt: _ofPagesOnly, ...everywhere } = clockHeaders;
        for (const header of Object.values(everywhere)) expect(Number(response.headers.get(header))).toBeGreaterThan(0);
      }
      expect((await host.ask(path, { headers: { "if-none-match": '"another"' } })).status).toBe(200);
    });

    test("calls by number and by call, filtered, searched and sorted", async () => {
      const window = (query: string) => get<CallsAnswer>(`${path}/calls?${query}`);
      expect((await window("")).rows.map(({ id }) => id)).toEqual(["call-uuid-2", "call-uuid-1"]);
      expect((await window("sort=created&limit=1")).rows.map(({ id }) => id)).toEqual(["call-uuid-1"]);
      expect(await window("group=call&outcome=failed")).toMatchObject({ total: 1, rows: [{ to: "+1987654321", word: "failed", retries: 1 }] });
      expect(await window("q=4567")).toMatchObject({ total: 1, rows: [{ to: "+1234567890" }] });
      expect((await window("retries=1")).total).toBe(1);
      expect((await window("since=1704067200001")).total).toBe(1);
      expect((await window("outcome=busy")).total).toBe(0);
    });

    test("a search of seven or more digits goes by POST, never in a URL", async () => {
      const refused = await host.ask(`${path}/calls?q=1234567`);
      expect(refused.status).toBe(400);
      expect(await refused.text()).not.toContain("1234567");
      const found = await get<CallsAnswer>(`${path}/calls/query`, { method: "POST", body: JSON.stringify({ q: "1234567" }), headers: { "content-type": "application/json" } });
      expect(found.total).toBe(1);
    });

    test("attempts of a call's number, with those the list does not hold", async () => {
      expect(await get(`${path}/calls/call-uuid-2/attempts`)).toMatchObject({ to: "+1987654321", attempts: 2, earlierNotReported: 1, rows: [{ outcome: "failed" }] });
      expect((await host.ask(`${path}/calls/none/attempts`)).status).toBe(404);
    });

    test("CSV holds exactly the filter", async () => {
      const response = await host.ask(`${path}/calls.csv?outcome=failed`);
      expect(response.headers.get("content-type")).toContain("text/csv");
      expect(response.headers.get("content-disposition")).toContain("Sales%20Campaign%20calls.csv");
      const text = await response.text();
      expect(text).toContain("+1987654321");
      expect(text).not.toContain("+1234567890");
    });

    test.each(["limit=0", "limit=1000000000", "offset=-1", "outcome=lost", "sort=colour", "group=agent", `q=${"a".repeat(101)}`, "slot=8-1", "retries=a", "since=yesterday"])(
      "the query %s is refused with a reason",
      async (query) => {
        const response = await host.ask(`${path}/calls?${query}`);
        expect(response.status).toBe(400);
        expect(response.headers.get("content-type")).toContain("application/problem+json");
        expect(await response.json()).toMatchObject({ code: "bad_request", detail: expect.stringContaining(query.split("=")[0] ?? "") });
      },
    );

    test("ids that are not ids reach no URL of the platform", async () => {
      const before = upstream.requests.length;
      for (const id of ["..%2fsecret", "%2e%2e", "a%00b", "x@host", "a%0d%0ab", "%2f%2fhost", "%e2%80%a4", "a:b", "."]) {
        const response = await host.ask(`${campaignPath}/${id}`);
        expect([400, 404]).toContain(response.status);
      }
      expect(upstream.requests.length).toBe(before);
    });

    test("an unknown connection, campaign and route answer in place", async () => {
      expect(await (await host.ask("/api/v1/connections/other/campaigns/c1")).json()).toMatchObject({ code: "no_such_connection" });
      expect(await (await host.ask(`${campaignPath}/campaign-uuid-9`)).json()).toMatchObject({ code: "not_found", status: 404 });
      expect(await (await host.ask("/api/v1/nothing")).json()).toMatchObject({ code: "no_such_route" });
    });

    test("the credential goes to the platform and nowhere else", async () => {
      expect(upstream.requests.every(({ authorization }) => authorization === "Bearer talq_canary")).toBe(true);
      for (const route of ["/api/v1/connections", path, `${path}/calls`, `${path}/calls.csv`, `${campaignPath}/campaign-uuid-9`]) {
        const response = await host.ask(route);
        expect(JSON.stringify([...response.headers]) + (await response.text())).not.toContain("talq_canary");
      }
    });
  });
}
